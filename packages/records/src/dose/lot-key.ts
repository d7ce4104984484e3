/** A lot number as it is looked up: in capitals, without blanks, hyphens, dots and slashes. */
export function lotKey(lot: string): string {
  return lot.toUpperCase().replace(/[\s\u200b./_-]+/g, '')
}
