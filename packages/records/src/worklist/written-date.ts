/** 13/05/1985, 05/1985, 1985: as people write it. What is no date of ours stays as it is. */
export function writtenDate(text: string): string {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text) ?? []
  return year === '' ? text : [day, month, year].filter((part) => part !== undefined).join('/')
}
