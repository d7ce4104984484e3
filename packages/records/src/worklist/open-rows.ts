import type { RecordSource } from '../read/source.ts'
import { type CleanseOutput, type ListedRow, listedRows, rowsOf } from './listed-rows.ts'
import { type MatchOutput, nearRows, rightRows, wrongRows } from './match-output.ts'

/** A row that somebody has to look at, or one that was listed and that the register has settled since. */
export type OpenRow = ListedRow & { readonly isSettled?: true }

/** All that `cleanse` wrote about rows that were read. */
export interface CleansedOutput extends CleanseOutput {
  readonly clean: RecordSource
}

/**
 * Listed rows, rows with a wrong identity, and rows that matching found to be of one person and too near each other. Files
 * are read side by side, so that none is held.
 * @throws Fault `worklist.input` where a file is not of `cleanse` or `match`
 */
export async function* openRows(output: CleansedOutput, match?: MatchOutput): AsyncGenerator<OpenRow> {
  if (match === undefined) return yield* listedRows(output)
  const near = await nearRows(match.links)
  yield* nearOnes(listedOrWrong(output, match), near)
  if (near.size > 0) yield* nearOnes(cleanRows(output), near, true)
}

async function* listedOrWrong(output: CleansedOutput, match: MatchOutput): AsyncGenerator<OpenRow> {
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

async function* cleanRows({ clean }: CleansedOutput): AsyncGenerator<OpenRow> {
  for await (const row of rowsOf(clean, false)) yield { ...row, findings: [] }
}

/**
 * Says of a row that lies too near another one of its person what the rule says that would have found it, had both been
 * declared alike (DS-11). `only`: the others are passed over.
 */
async function* nearOnes(
  rows: AsyncIterable<OpenRow>,
  near: ReadonlyMap<number, readonly number[]>,
  only = false,
): AsyncGenerator<OpenRow> {
  for await (const row of rows) {
    const others = near.get(row.row)
    if (others === undefined) {
      if (!only) yield row
      continue
    }
    const before = row.values.dose_date
    const found = { rule: 'DS-11', severity: 'R', field: 'dose_date', before, applied: false, others } as const
    yield { ...row, findings: [...row.findings, found] }
  }
}
