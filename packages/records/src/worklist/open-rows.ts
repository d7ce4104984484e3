import { type CleanseOutput, type ListedRow, listedRows } from './listed-rows.ts'
import { type MatchOutput, rightRows, wrongRows } from './match-output.ts'

/** A row that somebody has to look at, or one that was listed and that the register has settled since. */
export type OpenRow = ListedRow & { readonly isSettled?: true }

/**
 * Listed rows and rows with a wrong identity, in the order of rows. All files are read side by side, so that none is held.
 * @throws Fault `worklist.input` where a file is not of `cleanse` or `match`
 */
export async function* openRows(output: CleanseOutput, match?: MatchOutput): AsyncGenerator<OpenRow> {
  if (match === undefined) return yield* listedRows(output)
  const [right, wrong] = [rightRows(match.right), wrongRows(match.wrong)]
  let [settled, next] = [await right.next(), await wrong.next()]
  for await (const listed of listedRows(output)) {
    for (; next.done !== true && next.value.row < listed.row; next = await wrong.next()) yield next.value
    while (settled.done !== true && settled.value < listed.row) settled = await right.next()
    if (next.done !== true && next.value.row === listed.row) {
      yield { ...next.value, ...listed }
      next = await wrong.next()
    } else yield settled.value === listed.row ? { ...listed, isSettled: true } : listed
  }
  for (; next.done !== true; next = await wrong.next()) yield next.value
}
