import { cleanseRow } from '../../src/cleanse/cleanse-row.ts'
import type { RuleId } from '../../src/cleanse/rule-id.ts'
import type { Database } from '../../src/database/index.ts'
import { seriesPolicy2022 } from '../../src/dose/index.ts'
import type { FieldValues } from '../../src/record.ts'
import { type SetMeasures, type SetRow, setFindings } from '../../src/sets/index.ts'
import { context, type Known, record } from '../cleanse/rows.ts'

export type Values = Partial<FieldValues>

export interface Given extends Omit<Partial<SetMeasures>, 'given' | 'received'> {
  readonly given?: readonly { facility: string; day: string; given: number }[]
  readonly received?: readonly { facility: string; lot: string; doses: number }[]
  readonly known?: Known
}

/** What the whole set says of rows that differ from the good row of `../cleanse/rows.ts` in some values. */
export async function setRows(
  database: Database,
  rows: readonly Values[],
  more: Given = {},
): Promise<readonly SetRow[]> {
  const { given = [], received = [], known = {}, ...measures } = more
  const cleansing = context(known)
  const cleansed = rows.map((values, at) =>
    cleanseRow(record({ dose_id: `D-${at + 1}`, ...values }, at + 1), cleansing),
  )
  const { limits, codes } = cleansing
  const lists = { given: each(given), received: each(received) }
  const all = { policy: seriesPolicy2022, limits, codes, ...lists, positions: true, ...measures }
  const found: SetRow[] = []
  for await (const row of setFindings(each(cleansed), all, database)) found.push(row)
  await database.query('discard temp')
  return found
}

/** "row: rule", or "row: rule → proposal", of one rule, in the order of rows. */
export function toldBy(rule: RuleId, rows: readonly SetRow[]): readonly string[] {
  return rows.flatMap(({ row, findings }) =>
    findings
      .filter((finding) => finding.rule === rule)
      .map(({ after, applied }) => `${row}${after === undefined ? '' : ` ${applied ? '=' : '→'} ${after}`}`),
  )
}

/** "row into row". */
export function merged(rows: readonly SetRow[]): readonly string[] {
  return rows.flatMap(({ row, mergedInto }) => (mergedInto === undefined ? [] : [`${row} into ${mergedInto}`]))
}

/** "row: 2/2". */
export function positions(rows: readonly SetRow[]): readonly string[] {
  return rows.flatMap(({ row, position }) => (position === undefined ? [] : [`${row}: ${position.dn}/${position.sd}`]))
}

export async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items
}
