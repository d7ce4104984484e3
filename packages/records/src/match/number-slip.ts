/** Whether two numbers differ in one digit, or in two neighbours that changed places. */
export function isNumberSlip(a: string, b: string): boolean {
  const at = firstDifference(a, b)
  if (a.length !== b.length || at === a.length) return false
  const isSwap = a.charAt(at) === b.charAt(at + 1) && a.charAt(at + 1) === b.charAt(at)
  return a.slice(at + 1) === b.slice(at + 1) || (isSwap && a.slice(at + 2) === b.slice(at + 2))
}

/** The same of two personal numbers, within their last six digits: the rest says where, which sex and when. */
export function isLastSixSlip(a: string, b: string): boolean {
  return a.length === 12 && isNumberSlip(a, b) && firstDifference(a, b) >= 6
}

function firstDifference(a: string, b: string): number {
  let at = 0
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1
  return at
}
