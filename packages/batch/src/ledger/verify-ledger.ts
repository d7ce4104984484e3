import type { TrustList } from '@vaxcert/core/trust'
import type { Database } from '@vaxcert/records/database'
import { type AuditCode, type AuditRow, auditCertificate, isCertificate } from './audit-dose.ts'
import type { Intended } from './chunk.ts'
import { type ChunkRange, type ChunkRow, chunkRanges } from './chunk-ranges.ts'
import { inLedger } from './transaction.ts'

/** What is wrong, and where. */
export interface AuditFinding {
  readonly code: AuditCode
  readonly chunk?: number
  readonly doseNo?: number
}

export interface LedgerAudit {
  readonly chunks: number
  readonly doses: number
  /** Certificates that are logged, released or not; all of them verified. */
  readonly certificates: number
  readonly released: number
  readonly refused: number
  /** All that is wrong, of which `findings` are the first thousand. */
  readonly wrong: number
  readonly findings: readonly AuditFinding[]
}

const ROWS = `
  select d.dose_no, d.facts, i.uvci, i.to_be_signed, c.signature, r.code as refusal,
    d.dose_key = vaxcert.dose_key(d.source, d.dose_id, d.version, d.renewal)
      and (d.facts is null or d.content = sha256(convert_to(d.facts, 'UTF8'))) as is_itself
  from vaxcert.dose d
  left join vaxcert.intent i on i.dose_no = d.dose_no and i.dose_no between $1 and $2
  left join vaxcert.certificate c on c.dose_no = d.dose_no and c.dose_no between $1 and $2
  left join vaxcert.refusal r on r.dose_no = d.dose_no and r.dose_no between $1 and $2
  where d.dose_no between $1 and $2 and d.batch_id = $3 order by d.dose_no`

/**
 * Doses of batches that are planned must lie in exactly one chunk: chunks share none, and are about as many as there are.
 * Nothing else may be in the tables of outcomes. What a key signed on a day was counted, or its limit is none.
 */
const WHOLE = `
  select (
    select count(*) from vaxcert.dose join vaxcert.batch using (batch_id) where state <> 'planning'
  )::float8 - (
    select coalesce(sum(last_no - first_no + 1), 0) from vaxcert.chunk
  )::float8 as outside, (
    select count(*) from (
      select first_no <= lag(last_no) over (order by first_no) as is_shared from vaxcert.chunk
    ) as chunks where is_shared
  )::float8 as shared, (
    select count(*) from (
      select dose_no from vaxcert.intent union all select dose_no from vaxcert.certificate union all
      select dose_no from vaxcert.refusal union all select dose_no from vaxcert.revocation
    ) as outcome where not exists (select from vaxcert.dose d where d.dose_no = outcome.dose_no)
  )::float8 as stray, (
    select count(*) from (
      select kid, iat / 86400 as day, sum(issued) as issued from vaxcert.chunk where issued > 0 group by 1, 2
    ) as signed left join vaxcert.key_use using (kid, day) where issued > coalesce(certificates, 0)
  )::float8 as uncounted`

const MOST_FINDINGS = 1_000

/**
 * Proves the ledger from its rows: every dose of a chunk that is done has exactly one outcome, every certificate is
 * accepted by our own verifier under `trust` and says what was planned and fixed, states and counts agree. The issuing log
 * has its own proof, `verifyLedgerLog`. One range of chunks at a time is in memory.
 * @throws Fault `ledger.*`
 */
export async function verifyLedger(database: Database, trust: TrustList): Promise<LedgerAudit> {
  const findings: AuditFinding[] = []
  const sum = { chunks: 0, doses: 0, certificates: 0, released: 0, refused: 0, wrong: 0 }
  const find = (finding: AuditFinding): void => {
    sum.wrong += 1
    if (findings.length < MOST_FINDINGS) findings.push(finding)
  }
  for await (const range of chunkRanges(database)) {
    const rows = await inLedger(database.query<AuditRow>(ROWS, [range.firstNo, range.lastNo, range.batch]))
    for (const [chunk, doses] of eachChunk(range, rows)) {
      const certificates = await auditChunk(chunk, doses, trust, find)
      sum.chunks += 1
      sum.doses += doses.length
      sum.certificates += certificates
      if (chunk.state === 'released') sum.released += certificates
      sum.refused += doses.filter(({ refusal }) => refusal !== null).length
    }
  }
  await auditWhole(database, find)
  return { ...sum, findings }
}

/** Each chunk with its doses, in their order. One may be in several, which must not be: then each has it. */
function* eachChunk(
  { chunks }: ChunkRange,
  rows: readonly AuditRow[],
): Generator<readonly [ChunkRow, readonly AuditRow[]]> {
  const [first, ...others] = chunks
  if (first !== undefined && others.length === 0) return yield [first, rows]
  const byNumber = new Map(rows.map((row) => [Number(row.dose_no), row]))
  for (const chunk of chunks) {
    const doses: AuditRow[] = []
    for (let doseNo = chunk.first_no; doseNo <= chunk.last_no; doseNo += 1) {
      const row = byNumber.get(doseNo)
      if (row !== undefined) doses.push(row)
    }
    yield [chunk, doses]
  }
}

/** Answers how many certificates it has. */
async function auditChunk(
  row: ChunkRow,
  doses: readonly AuditRow[],
  trust: TrustList,
  find: (finding: AuditFinding) => void,
): Promise<number> {
  const { chunk, state } = row
  if (doses.length !== row.last_no - row.first_no + 1) find({ code: 'audit.doses', chunk })
  if (!isAsFar(row)) find({ code: 'audit.outcome', chunk })
  const intended = intendedOf(row)
  let certificates = 0
  for (const dose of doses) {
    const doseNo = Number(dose.dose_no)
    if (!isOutcome(dose, row)) find({ code: 'audit.outcome', chunk, doseNo })
    if (!dose.is_itself) find({ code: 'audit.dose', chunk, doseNo })
    if (intended === undefined || !isCertificate(dose)) continue
    certificates += 1
    const code = await auditCertificate(dose, intended, trust)
    if (code !== undefined) find({ code, chunk, doseNo })
  }
  const refused = doses.filter(({ refusal }) => refusal !== null).length
  const isCounted = (row.issued ?? 0) === certificates && (row.refused ?? 0) === refused
  if (state !== 'stuck' && !isCounted) find({ code: 'audit.counts', chunk })
  return certificates
}

function intendedOf({ kid, iat, exp, refused }: ChunkRow): Intended | undefined {
  if (kid === null || iat === null) return undefined
  return { kid, iat, exp: exp ?? undefined, refused: refused ?? 0 }
}

/** Whether a chunk has what its state says: one that is called released, and never was, would be issued by nobody. */
function isAsFar({ state, kid, iat, issued }: ChunkRow): boolean {
  if (state === 'open') return kid === null && iat === null && issued === null
  if (state === 'intended') return kid !== null && issued === null
  return state === 'stuck' ? issued === null : kid !== null && issued !== null
}

/** A dose may have: nothing before its chunk is intended; then an intent or a refusal; and once it is logged, one outcome. */
function isOutcome({ signature, refusal, to_be_signed }: AuditRow, { kid, issued }: ChunkRow): boolean {
  if (kid === null) return signature === null && refusal === null && to_be_signed === null
  if (issued === null) return signature === null && (to_be_signed === null) !== (refusal === null)
  return (signature === null) !== (refusal === null) && (signature === null || to_be_signed !== null)
}

async function auditWhole(database: Database, find: (finding: AuditFinding) => void): Promise<void> {
  type Whole = Record<'outside' | 'shared' | 'stray' | 'uncounted', number>
  const [whole] = await inLedger(database.query<Whole>(WHOLE))
  if (whole?.outside !== 0 || (whole?.shared ?? 1) > 0) find({ code: 'audit.doses' })
  if ((whole?.stray ?? 1) > 0) find({ code: 'audit.stray' })
  if ((whole?.uncounted ?? 1) > 0) find({ code: 'audit.counts' })
}
