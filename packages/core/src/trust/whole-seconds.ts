/**
 * A moment in whole seconds since 1970, rounded down.
 * @throws TypeError when it is no moment
 */
export function wholeSeconds(moment: Date): number {
  const at = Math.floor(moment.getTime() / 1000)
  if (Number.isNaN(at)) throw new TypeError('not a moment')
  return at
}
