import { changedBy, dispositionOf, type Finding, type UnreadRow } from '@vaxcert/records'
import type { SetRow } from '@vaxcert/records/sets'
import { type DecidedRow, withAnswers } from '@vaxcert/records/worklist'
import type { RowCursor } from './row-cursor.ts'
import { isCleansed, type JudgedRow } from './row-pass.ts'

/** Adds to rows what the whole set says of them; both come in the rising order of rows. */
export async function* mergeSet(
  batches: AsyncIterable<readonly (DecidedRow | UnreadRow)[]>,
  set: RowCursor<SetRow>,
): AsyncGenerator<readonly (JudgedRow | UnreadRow)[]> {
  for await (const batch of batches) {
    await set.load(batch)
    yield batch.map((row) => {
      const said = set.at(row.place.row)
      return said !== undefined && isCleansed(row) ? judgedRow(row, said) : row
    })
  }
}

/** A row that another one stands for is listed: nobody may sign it. */
function judgedRow(row: DecidedRow, said: SetRow): JudgedRow {
  const { mergedInto } = said
  if (said.findings.length === 0 && mergedInto === undefined) return row
  const findings: readonly Finding[] = [...row.findings, ...withAnswers(said.findings, row.answered ?? [])]
  const values = changedBy(said.findings, row.values)
  if (mergedInto === undefined) return { ...row, values, findings, disposition: dispositionOf(findings) }
  return { ...row, values, findings, disposition: 'listed', mergedInto }
}
