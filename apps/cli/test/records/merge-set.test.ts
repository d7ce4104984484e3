import type { CleansedRow, Finding, UnreadRow } from '@vaxcert/records'
import type { SetRow } from '@vaxcert/records/sets'
import { describe, expect, it } from 'vitest'
import { mergeSet } from '../../src/records/merge-set.ts'
import { rowCursor } from '../../src/records/row-cursor.ts'
import { isCleansed, type JudgedRow, readable } from '../../src/records/row-pass.ts'

function cleansed(row: number): CleansedRow {
  const values = { dose_number: '3' }
  return { place: { file: 'f', row, line: row }, values, findings: [], disposition: 'clean' } as unknown as CleansedRow
}

const unread: UnreadRow = { place: { file: 'f', row: 2, line: 2 }, reason: 'cells', text: '' }

async function* each<T>(...items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

function found(rule: Finding['rule'], more: Partial<Finding>): Finding {
  return { rule, severity: 'R', field: 'dose_number', before: '3', applied: false, ...more }
}

async function merged(...set: readonly SetRow[]): Promise<readonly (JudgedRow | UnreadRow)[]> {
  const rows: (JudgedRow | UnreadRow)[] = []
  for await (const batch of mergeSet(each([cleansed(1), unread], [cleansed(3), cleansed(4)]), rowCursor(each(set))))
    rows.push(...batch)
  return rows
}

describe('what the whole set says', () => {
  it('comes to the row that it is about, and to no other', async () => {
    const rows = await merged({ row: 3, findings: [found('DS-11', { others: [1] })] })
    expect(rows.map((row) => (isCleansed(row) ? row.disposition : row.reason))).toEqual([
      'clean',
      'cells',
      'listed',
      'clean',
    ])
  })

  it('changes a value where it is applied', async () => {
    const [, , third] = await merged({
      row: 3,
      findings: [found('DS-12', { severity: 'W', applied: true, after: '2' })],
    })
    expect(third).toMatchObject({ disposition: 'clean', values: { dose_number: '2' } })
  })

  it('lists a row for which another one stands', async () => {
    const [first] = await merged({ row: 1, findings: [found('DU-01', { severity: 'I', others: [4] })], mergedInto: 4 })
    expect(first).toMatchObject({ disposition: 'listed', mergedInto: 4 })
  })

  it('sees only rows that could be read', async () => {
    const seen: number[] = []
    for await (const { place } of readable(each([cleansed(1), unread], [cleansed(3)]))) seen.push(place.row)
    expect(seen).toEqual([1, 3])
  })
})
