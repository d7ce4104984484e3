import { createHash } from 'node:crypto'
import { Fault } from '@vaxcert/core'
import type { FieldValues } from '@vaxcert/records'
import type { Database } from '@vaxcert/records/database'
import { declaredOf } from '@vaxcert/records/match'
import { fileSource, tableRows } from '@vaxcert/records/read'

/** What a matching before knew of a dose's identity: days, and `identityMark`. */
export interface EarlierIdentity {
  readonly verified: string
  readonly edited: string
  readonly identity: string
}

const columns = ['dose_id', 'verified', 'edited', 'identity']

/**
 * Reads identities.csv of a matching before into the database.
 * @throws Fault `match.identities`
 */
export async function loadEarlier(path: string | undefined, database: Database): Promise<void> {
  const text = 'text collate "C" not null'
  await database.query(`create temporary table earlier (${columns.map((name) => `${name} ${text}`).join(', ')})`)
  if (path !== undefined) await database.copyIn('earlier', columns, earlierRows(path))
  await database.query('create index on earlier (dose_id)')
  await database.query('analyze earlier')
}

async function* earlierRows(path: string): AsyncGenerator<readonly string[]> {
  let places: readonly number[] | undefined
  for await (const batch of tableRows(fileSource(path), 'dose_id')) {
    for (const { cells } of batch) {
      if (cells === undefined) throw foreign()
      if (places !== undefined) yield places.map((at) => cells[at] ?? '')
      else places = columns.map((name) => cells.indexOf(name))
      if (places.includes(-1)) throw foreign()
    }
  }
}

/** Of doses that have an identifier: many may have none. */
export async function earlierOf(
  doseIds: readonly string[],
  database: Database,
): Promise<ReadonlyMap<string, EarlierIdentity>> {
  const rows = await database.query<EarlierIdentity & { readonly dose_id: string }>(
    `select ${columns.join(', ')} from earlier where dose_id = any($1::text[]) order by dose_id, identity, verified, edited`,
    [doseIds.filter((id) => id !== '')],
  )
  return new Map(rows.map(({ dose_id: id, ...row }) => [id, row]))
}

/** Equal for two rows that declare the same number, name, birth date and sex. It can be guessed: it stays with the doses. */
export function identityMark(values: Readonly<FieldValues>): string {
  const { number, name, birthDate, sex } = declaredOf(values)
  return createHash('sha256')
    .update(JSON.stringify([number, name, birthDate, sex]))
    .digest('base64url')
    .slice(0, 22)
}

function foreign(): Fault {
  return new Fault('match.identities', 'this is no identities.csv of a matching')
}
