import { wordsOf } from '../words.ts'

/** How many rows were refused for what, the most frequent first: one line for each code. */
export function refusalsText(refused: ReadonlyMap<string, number>): string {
  const codes = Array.from(refused).toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
  return codes.map(([code, count]) => `${String(count).padStart(7)}  ${code.padEnd(18)}  ${wordsOf(code)}\n`).join('')
}
