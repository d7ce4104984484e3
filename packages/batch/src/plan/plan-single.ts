import { hash } from 'node:crypto'
import { Fault } from '@vaxcert/core/fault'
import { checkNoneInFuture, type Dose, seriesOf } from '@vaxcert/core/issue'
import type { Database } from '@vaxcert/records/database'
import { requireDocumentSigner } from '../gates/document-signer.ts'
import { countEntered } from '../gates/facility-rate.ts'
import { rowGate } from '../gates/row-gate.ts'
import { hex } from '../ledger/bytes.ts'
import { inTransaction } from '../ledger/transaction.ts'
import type { NoteSigner } from '../log/index.ts'
import { sealSingle } from '../run/single-seal.ts'
import { composeFacts, contentOf } from './composing.ts'
import { doseKey } from './dose-key.ts'
import type { HeldCode } from './plan-codes.ts'
import type { PlanOptions } from './plan-options.ts'
import type { PlannedDose } from './planned-dose.ts'
import { takeStanding } from './standing.ts'
import { reserveNumbers } from './write-batch.ts'

/** A dose that somebody asks for by itself, with all doses of its person. */
export interface SingleDose extends PlannedDose {
  /** This one among them: its id is `doseId`. */
  readonly timeline: readonly Dose[]
  /** Of the content: 1, or one more than the newest for a correction. */
  readonly version: number
}

export interface SingleOptions
  extends Pick<PlanOptions, 'documentSigner' | 'issuer' | 'at' | 'confirmations' | 'limits'> {
  /** Number of the standing approval. */
  readonly batch: number
  /** Key of the issuing log: seals what came through the gates. */
  readonly logSigner: NoteSigner
}

/** A chunk of its own to be issued; or the dose that was planned before and says the same. */
export type SinglePlan = { readonly doseNo: number; readonly chunkId: number } | { readonly again: number }

/**
 * Plans one dose under a standing approval, through the same gates as any other. The session is used for one at a time.
 * @throws Fault with the code why it is held or cannot be certified: `dose.*`, `gate.*`, `record.*`; `ledger.*`,
 * of which `ledger.taken` says that somebody planned the same at this moment
 */
export async function planSingle(database: Database, options: SingleOptions, given: SingleDose): Promise<SinglePlan> {
  const { batch, logSigner, documentSigner, issuer, at, confirmations, limits } = options
  const { country, kid } = documentSigner
  const dose = numbered(given)
  requireDocumentSigner(documentSigner, at, limits.leastDays)
  const code = rowGate(dose, { confirmations, country })
  if (code !== undefined) throw new Fault(code, 'held back')
  checkNoneInFuture(dose.timeline, at)
  const facts = composeFacts(
    { person: dose.person, dose: { ...dose.dose, id: dose.doseId }, number: dose.number ?? 0 },
    dose.timeline,
    { country, issuer, at },
  )
  if (facts instanceof Fault) throw facts
  return inTransaction(database, async () => {
    const before = await earlierOf(database, dose, contentOf(facts))
    if (before.again !== undefined) return { again: before.again }
    await takeStanding(database, batch, { at, kid })
    await countEntered(database, { facility: dose.facility, day: dose.entered || dose.dose.date }, limits.facility)
    return writeSingle(database, dose, { batch, logSigner, facts, replaces: before.replaces })
  })
}

/** Where no cleansing has numbered it, its timeline does. */
function numbered(dose: SingleDose): SingleDose {
  const number = dose.number ?? seriesOf(dose.timeline).get(dose.doseId)?.dn
  return number === undefined ? dose : { ...dose, number }
}

interface Earlier {
  readonly newest: number
  /** Dose of this version that says the same. */
  readonly same: number | null
  readonly is_known: boolean
  readonly revoked: boolean
  /** Newest certificate of the version before. */
  readonly last: number | null
}

async function earlierOf(
  database: Database,
  { source, doseId, version }: SingleDose,
  content: string,
): Promise<{ readonly again?: number; readonly replaces?: number }> {
  const [row] = await database.query<Earlier>(EARLIER, [source, doseId, version, content])
  if (row === undefined || version > row.newest + 1) throw held('dose.unknown')
  if (row.is_known && row.same === null) throw held('dose.conflict')
  if (row.revoked) throw held('gate.revoked')
  if (row.same !== null) return { again: row.same }
  return row.last === null ? {} : { replaces: row.last }
}

const EARLIER = `
  with newest as (select vaxcert.last_version($1::text, $2::text) as version),
  own as (select * from vaxcert.dose where dose_key = vaxcert.dose_key($1::text, $2::text, $3::int, 0)),
  before as (
    select dose_no from vaxcert.dose where dose_key = vaxcert.dose_key(
      $1::text, $2::text, $3::int - 1, vaxcert.last_renewal($1::text, $2::text, $3::int - 1))
  )
  select newest.version as newest, exists (select from own) as is_known,
    (select dose_no::float8 from own where content = decode($4, 'hex')) as same,
    exists (select from own join vaxcert.revocation using (dose_no)) as revoked,
    (select dose_no::float8 from before) as last
  from newest`

interface Written extends Pick<SingleOptions, 'batch' | 'logSigner'> {
  readonly facts: string
  readonly replaces: number | undefined
}

async function writeSingle(
  database: Database,
  { source, doseId, version, facility }: SingleDose,
  { batch, logSigner, facts, replaces }: Written,
): Promise<SinglePlan> {
  const doseNo = await reserveNumbers(database, 1)
  const key = doseKey({ source, doseId, version, renewal: 0 })
  const content = contentOf(facts)
  const row = [doseNo, batch, key, source, doseId, version, facility, content, facts, replaces ?? null]
  await database.query(DOSE, row)
  const bytes = Buffer.from(content, 'hex')
  const seal = sealSingle({ batch, doseNo, content: bytes }, logSigner)
  const [chunk] = await database.query<{ id: number }>(CHUNK, [batch, doseNo, hash('sha256', bytes, 'hex'), hex(seal)])
  return { doseNo, chunkId: chunk?.id ?? Number.NaN }
}

const DOSE = `
  insert into vaxcert.dose (
    dose_no, batch_id, dose_key, source, dose_id, version, renewal, facility, content, facts, replaces
  ) values ($1, $2, $3, $4, $5, $6, 0, $7, decode($8, 'hex'), $9, $10)`

const CHUNK = `
  insert into vaxcert.chunk (batch_id, first_no, last_no, digest, seal)
  values ($1, $2, $2, decode($3, 'hex'), decode($4, 'hex'))
  returning chunk_id::float8 as id`

function held(code: HeldCode): Fault<HeldCode> {
  return new Fault(code, 'held back')
}
