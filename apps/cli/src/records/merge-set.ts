import { dispositionOf, type Finding, type UnreadRow } from '@vaxcert/records'
import type { SetRow } from '@vaxcert/records/sets'
import { type DecidedRow, withAnswers } from '@vaxcert/records/worklist'
import { isCleansed, type JudgedRow } from './row-pass.ts'

/** Adds to rows what the whole set says of them; both come in the rising order of rows. */
export async function* mergeSet(
  batches: AsyncIterable<readonly (DecidedRow | UnreadRow)[]>,
  set: AsyncIterable<SetRow>,
): AsyncGenerator<readonly (JudgedRow | UnreadRow)[]> {
  const said = set[Symbol.asyncIterator]()
  let next = await said.next()
  for await (const batch of batches) {
    const judged: (JudgedRow | UnreadRow)[] = []
    for (const row of batch) {
      while (next.done !== true && next.value.row < row.place.row) next = await said.next()
      const isMeant = next.done !== true && next.value.row === row.place.row && isCleansed(row)
      judged.push(isMeant ? judgedRow(row, next.value) : row)
    }
    yield judged
  }
}

/** A row that another one stands for is listed: nobody may sign it. */
function judgedRow(row: DecidedRow, said: SetRow): JudgedRow {
  const { mergedInto } = said
  if (said.findings.length === 0 && mergedInto === undefined) return row
  const findings: readonly Finding[] = [...row.findings, ...withAnswers(said.findings, row.answered ?? [])]
  const values = { ...row.values }
  for (const { applied, field, after } of said.findings) if (applied && after !== undefined) values[field] = after
  if (mergedInto === undefined) return { ...row, values, findings, disposition: dispositionOf(findings) }
  return { ...row, values, findings, disposition: 'listed', mergedInto }
}
