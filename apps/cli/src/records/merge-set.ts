import { type CleansedRow, dispositionOf, type UnreadRow } from '@vaxcert/records'
import { isCleansed, type JudgedRow, type SetRow } from './row-pass.ts'

/** Adds to rows what the whole set says of them; both come in the rising order of rows. */
export async function* mergeSet(
  batches: AsyncIterable<readonly (CleansedRow | UnreadRow)[]>,
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
function judgedRow(row: CleansedRow, { findings: more, mergedInto }: SetRow): JudgedRow {
  const findings = [...row.findings, ...more]
  const values = { ...row.values }
  for (const { applied, field, after } of more) if (applied && after !== undefined) values[field] = after
  if (mergedInto === undefined) return { ...row, values, findings, disposition: dispositionOf(findings) }
  return { ...row, values, findings, disposition: 'listed', mergedInto }
}
