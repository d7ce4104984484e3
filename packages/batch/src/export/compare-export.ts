import { hash } from 'node:crypto'
import { unlessFault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import { inLedger } from '../ledger/transaction.ts'
import { textOf } from './released-certificates.ts'

/** Whose a certificate is said to be. */
export type GivenName = Partial<Record<'source' | 'doseId' | 'version' | 'renewal' | 'facility', unknown>>

/** A certificate as it was given out, and where it stands. */
export interface GivenCertificate {
  readonly uvci: string
  readonly text: string
  /** By it it finds its way to a person. */
  readonly name: GivenName
  readonly file: string
  readonly line: number
}

export type ExportCode =
  /** Released, not revoked, and not there. */
  | 'export.missing'
  /** There more than once. */
  | 'export.twice'
  /** Another text than the one of the ledger, or the name of another dose. */
  | 'export.differing'
  /** No released certificate of the batch. */
  | 'export.unknown'

export interface ExportFinding {
  readonly code: ExportCode
  /** Number of the dose whose certificate is missing. */
  readonly doseNo?: number
  /** Where it stands. */
  readonly file?: string
  readonly line?: number
}

export interface ExportReport {
  /** Certificates that were given out. */
  readonly given: number
  /** Certificates of the batch that the ledger has released. */
  readonly released: number
  /** Of those, how many are revoked: they need not be there. */
  readonly revoked: number
  /** All that is wrong, of which `findings` are the first of each code. */
  readonly found: number
  readonly findings: readonly ExportFinding[]
}

const TABLES = `
  drop table if exists given, released;
  create temporary table given (file text not null, line bigint not null, uvci text not null, digest text not null);
  create temporary table released (
    dose_no bigint not null, uvci text not null, digest text not null, is_revoked boolean not null
  )`

const CHUNKS = `
  select first_no::float8 as first, last_no::float8 as last from vaxcert.chunk
  where batch_id = $1 and state = 'released' order by first_no`

const CERTIFICATES = `
  select dose_no::text, uvci, to_be_signed, signature, reason is not null as is_revoked,
    source, dose_id as "doseId", version, renewal, facility
  from vaxcert.certificate join vaxcert.intent using (dose_no) join vaxcert.dose using (dose_no)
  left join vaxcert.revocation using (dose_no)
  where dose_no between $1 and $2`

const FINDINGS: Readonly<Record<ExportCode, string>> = {
  'export.missing': `
    select dose_no::float8 as "doseNo" from released
    where not is_revoked and not exists (select from given where given.uvci = released.uvci) order by dose_no`,
  'export.twice': `
    select file, line::float8 as line from (
      select *, row_number() over (partition by uvci order by file, line) as time from given
    ) as counted where time > 1 order by file, line`,
  'export.differing': `
    select file, line::float8 as line from given join released using (uvci)
    where given.digest <> released.digest order by file, line`,
  'export.unknown': `
    select file, line::float8 as line from given
    where not exists (select from released where released.uvci = given.uvci) order by file, line`,
}

const SHOWN = 100

/**
 * Holds what was given out of a batch against its ledger: every released certificate is there once, to the letter, and
 * nothing else is. In bounded memory of ours.
 * @throws Fault `ledger.*`; whatever the certificates throw
 */
export async function compareExport(
  database: Database,
  batch: number,
  certificates: AsyncIterable<GivenCertificate>,
): Promise<ExportReport> {
  await inLedger(database.script(TABLES))
  const given = await inLedger(database.copyIn('given', ['file', 'line', 'uvci', 'digest'], givenRows(certificates)))
  const { released, revoked } = await keepReleased(database, batch)
  await inLedger(database.script('analyze given; analyze released'))
  const findings: ExportFinding[] = []
  let found = 0
  for (const code of Object.keys(FINDINGS) as ExportCode[]) {
    const rows = await inLedger(database.query<Omit<ExportFinding, 'code'>>(shown(FINDINGS[code])))
    const [all] = await inLedger(database.query<{ count: number }>(counted(FINDINGS[code])))
    findings.push(...rows.map((row) => ({ code, ...row })))
    found += all?.count ?? 0
  }
  return { given, released, revoked, found, findings }
}

function shown(statement: string): string {
  return `${statement} limit ${SHOWN}`
}

function counted(statement: string): string {
  return `select count(*)::float8 as count from (${statement}) as wrong`
}

async function* givenRows(certificates: AsyncIterable<GivenCertificate>): AsyncGenerator<readonly string[]> {
  for await (const { file, line, uvci, text, name } of certificates) yield [file, `${line}`, uvci, digestOf(text, name)]
}

interface CertificateRow extends GivenName {
  dose_no: string
  uvci: string
  to_be_signed: Uint8Array
  signature: Uint8Array
  is_revoked: boolean
}

/** Texts made again, of one chunk at a time. */
async function keepReleased(database: Database, batch: number): Promise<{ released: number; revoked: number }> {
  const sum = { released: 0, revoked: 0 }
  for (const { first, last } of await inLedger(database.query<{ first: number; last: number }>(CHUNKS, [batch]))) {
    const rows = await inLedger(database.query<CertificateRow>(CERTIFICATES, [first, last]))
    sum.released += rows.length
    sum.revoked += rows.filter(({ is_revoked }) => is_revoked).length
    const columns = ['dose_no', 'uvci', 'digest', 'is_revoked']
    await inLedger(database.copyIn('released', columns, rows.map(releasedRow)))
  }
  return sum
}

/** A row of which no text can be made has the digest of none: no text is the same. */
function releasedRow({
  dose_no,
  uvci,
  to_be_signed,
  signature,
  is_revoked,
  ...name
}: CertificateRow): readonly string[] {
  const text = unlessFault(() => textOf(to_be_signed, signature))
  return [dose_no, uvci, text === undefined ? '' : digestOf(text, name), is_revoked ? 't' : 'f']
}

function digestOf(text: string, { source, doseId, version, renewal, facility }: GivenName): string {
  return hash('sha256', JSON.stringify([text, source, doseId, version, renewal, facility]), 'hex')
}
