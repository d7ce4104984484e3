import type { Finding } from '../cleanse/rule.ts'
import { copyBatches } from '../database/copy-batches.ts'
import type { Database } from '../database/database.ts'
import { gathered } from './gathered.ts'
import type { SetRow } from './person/person.ts'

/** A row of the table in which what was found waits until it can be told in the order of rows. */
interface Outcome {
  readonly row: number
  readonly merged: number | null
  readonly dn: number | null
  readonly sd: number | null
  readonly found: string | null
}

const columns = ['row', 'merged', 'dn', 'sd', 'found'] as const

export const createOutcomes =
  'create temporary table outcome (row int not null, merged int, dn int, sd int, found text)'

/** Writes what there is to say; rows of which there is nothing are left out. */
export async function writeOutcomes(database: Database, rows: AsyncIterable<SetRow>): Promise<void> {
  await copyBatches(database, 'outcome', columns, lines(rows))
}

async function* lines(rows: AsyncIterable<SetRow>): AsyncGenerator<readonly (string | null)[]> {
  for await (const row of rows) {
    if (row.findings.length > 0 || row.mergedInto !== undefined || row.position !== undefined) yield cells(row)
  }
}

function cells({ row, mergedInto, position, findings }: SetRow): readonly (string | null)[] {
  const numbers = [mergedInto, position?.dn, position?.sd].map((number) => (number === undefined ? null : `${number}`))
  return [`${row}`, ...numbers, findings.length === 0 ? null : JSON.stringify(findings)]
}

/** What was written, one answer for each row, in rising order. */
export async function* readOutcomes(database: Database): AsyncGenerator<SetRow> {
  const written = database.rows<Outcome>('select * from outcome order by row, merged nulls last, dn nulls last, found')
  for await (const { rows } of gathered(written, ({ row }) => row, 1_000)) yield setRow(rows)
}

function setRow(lines: readonly Outcome[]): SetRow {
  const first = lines[0] as Outcome
  const findings = lines.flatMap(({ found }) => (found === null ? [] : (JSON.parse(found) as readonly Finding[])))
  return {
    row: first.row,
    findings,
    ...(first.merged === null ? {} : { mergedInto: first.merged }),
    ...(first.dn === null || first.sd === null ? {} : { position: { dn: first.dn, sd: first.sd } }),
  }
}
