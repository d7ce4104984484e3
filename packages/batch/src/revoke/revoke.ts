import type { Database } from '@vaxcert/records/database'
import { inLedger, inTransaction } from '../ledger/transaction.ts'
import { BY_DOSE, BY_FACILITY, BY_KID, BY_UVCI, REPLACED } from './meant.ts'

/** Which certificates. Days are days of UTC, both ends included. */
export type Which =
  /** By identifier, to the letter: the certificate, and those by which it was renewed or that it renewed. */
  | { readonly by: 'uvci'; readonly uvcis: readonly string[] }
  /** Every certificate of a dose, whatever its version. */
  | { readonly by: 'dose'; readonly source: string; readonly doses: readonly string[] }
  /** `given`: of doses given on those days; `issued`: of certificates issued then. */
  | {
      readonly by: 'facility'
      readonly facility: string
      readonly from: string
      readonly until: string
      readonly days: 'given' | 'issued'
    }
  /** All that a key signed on those days. */
  | { readonly by: 'kid'; readonly kid: Uint8Array; readonly from: string; readonly until: string }
  /** Those in whose place a corrected certificate was released. */
  | { readonly by: 'replaced' }

export interface RevokeOptions {
  /** Why: a fixed word, nothing about a person. */
  readonly reason: string
  /** Who revokes. */
  readonly revokedBy: string
  readonly at: Date
}

export interface RevokeResult {
  /** Certificates that are revoked by this. */
  readonly revoked: number
  /** Those that were before. */
  readonly already: number
  /** Identifiers or doses of which the ledger knows nothing. */
  readonly unknown: number
  /** Certificates of the facility whose day nobody knows any more, since their facts are forgotten: not revoked. */
  readonly undated: number
}

/** What a revocation list needs of a certificate. */
export interface RevokedCertificate {
  readonly uvci: string
  readonly kid: Uint8Array
  /** Seconds since 1970. */
  readonly exp: number
}

/** What a UVCI is made of; what is not, is none of ours. */
const identifier = /^[A-Z0-9/#:]{1,72}$/
const day = /^\d{4}-\d\d-\d\d$/

/**
 * Revokes certificates, those that are planned and not released yet among them. The same again changes nothing. `tell` is
 * told each that is meant and has an identifier, revoked before or not: what goes to the list can be made again.
 * @throws Fault `ledger.*`; TypeError for days that are none
 */
export async function revoke(
  database: Database,
  which: Which,
  { reason, revokedBy, at }: RevokeOptions,
  tell: (certificate: RevokedCertificate) => void = () => {},
): Promise<RevokeResult> {
  await inLedger(database.script(TABLES))
  const asked = await inLedger(stageAsked(database, which))
  const result = await inTransaction(database, async () => {
    await selectMeant(database, which)
    const [counted] = await database.query<{ meant: number; found: number; undated: number }>(COUNTED)
    const [written] = await database.query<{ count: number }>(REVOKE, [reason, revokedBy, at.toISOString()])
    const { meant = 0, found = 0, undated = 0 } = counted ?? {}
    const revoked = written?.count ?? 0
    return { revoked, already: meant - revoked, unknown: asked - found, undated }
  })
  await inLedger(tellMeant(database, tell))
  return result
}

async function tellMeant(database: Database, tell: (certificate: RevokedCertificate) => void): Promise<void> {
  for await (const certificate of database.rows<RevokedCertificate>(CERTIFICATES)) tell(certificate)
}

const TABLES = `
  drop table if exists asked, meant, undated;
  create temporary table asked (name text collate "C" not null, found boolean not null);
  create temporary table meant (dose_no bigint primary key);
  create temporary table undated (dose_no bigint not null)`

/** Names that are to be looked up, each once. Answers how many; one that can be none of ours stays unknown. */
async function stageAsked(database: Database, which: Which): Promise<number> {
  if (which.by !== 'uvci' && which.by !== 'dose') return 0
  const names = [...new Set(which.by === 'uvci' ? which.uvcis : which.doses)]
  const possible = which.by === 'uvci' ? names.filter((name) => identifier.test(name)) : names
  await database.copyIn(
    'asked',
    ['name', 'found'],
    possible.map((name) => [name, 'f']),
  )
  await database.script('analyze asked')
  return names.length
}

async function selectMeant(database: Database, which: Which): Promise<void> {
  switch (which.by) {
    case 'uvci':
      return database.script(BY_UVCI)
    case 'dose':
      await database.query(BY_DOSE, [which.source])
      return database.script(
        'update asked set found = true where name in (select dose_id from vaxcert.dose join meant using (dose_no))',
      )
    case 'facility': {
      const { facility, from, until, days } = which
      await database.query(BY_FACILITY[days], [facility, requireDay(from), requireDay(until)])
      return
    }
    case 'kid':
      await database.query(BY_KID, [
        Buffer.from(which.kid).toString('hex'),
        requireDay(which.from),
        requireDay(which.until),
      ])
      return
    case 'replaced':
      return database.script(REPLACED)
  }
}

const COUNTED = `
  select (select count(*) from meant)::float8 as meant, (select count(*) from asked where found)::float8 as found,
    (select count(*) from undated)::float8 as undated`

const REVOKE = `
  with written as (
    insert into vaxcert.revocation (dose_no, reason, revoked_by, revoked_at)
      select dose_no, $1, $2, $3 from meant
    on conflict (dose_no) do nothing returning 1
  )
  select count(*)::float8 as count from written`

const CERTIFICATES = `
  select uvci, kid, exp::float8 as exp from meant join vaxcert.intent using (dose_no) cross join lateral (
    select kid, exp, last_no from vaxcert.chunk where first_no <= meant.dose_no order by first_no desc limit 1
  ) as chunk where kid is not null order by meant.dose_no`

function requireDay(text: string): string {
  if (!day.test(text) || Number.isNaN(Date.parse(text))) throw new TypeError('a day is written like 2022-06-01')
  return text
}
