import { Fault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import { roomOfKey } from '../gates/blast-radius.ts'
import { requireDocumentSigner } from '../gates/document-signer.ts'
import { type FacilityAlarm, holdBusyDays } from '../gates/facility-rate.ts'
import { LOCK } from '../ledger/locks.ts'
import { inLedger, inTransaction } from '../ledger/transaction.ts'
import { judgeAgainstLedger } from './against-ledger.ts'
import { composeStaged } from './composing.ts'
import { type FacilityCounts, facilityCounts, heldCounts } from './held-counts.ts'
import { manifestDigest } from './manifest.ts'
import type { PlanOptions } from './plan-options.ts'
import type { PlannedDose } from './planned-dose.ts'
import { settleRepeated } from './repeated.ts'
import { stage } from './staging.ts'
import { numberFresh, writePlan } from './write-plan.ts'

/** What a plan comes to, whether it was written or not. */
export interface PlanCounts {
  /** Planned and held together, always. */
  readonly rows: number
  readonly planned: number
  /** By code. */
  readonly held: Readonly<Record<string, number>>
  readonly alarms: readonly FacilityAlarm[]
}

/** A batch that waits for its approval. */
export interface Plan extends PlanCounts {
  /** Undefined where nothing is planned: then nothing was written. */
  readonly batch?: PlannedBatch
}

export interface PlannedBatch {
  readonly id: number
  readonly chunks: number
  readonly manifest: string
  /** What its approvers sign, and read to each other. */
  readonly digest: string
}

/**
 * Plans the certificates of many doses: any number in bounded memory of ours, all of a batch or nothing. Each dose that
 * comes in is planned or held with a code. In which order they come, and how often, changes nothing.
 * @throws Fault `gate.document-signer`, `gate.usage`, `ledger.*`; whatever the doses throw
 */
export async function plan(database: Database, doses: AsyncIterable<PlannedDose>, options: PlanOptions): Promise<Plan> {
  const rows = await inLedger(composeAll(database, doses, options))
  return inTransaction(database, async () => {
    await database.query('select pg_advisory_xact_lock($1)', [LOCK.plan])
    const counts = await judge(database, rows, options)
    if (counts.planned === 0) return counts
    const written = await writePlan(database, counts, options)
    return { ...counts, batch: { ...written, digest: manifestDigest(written.manifest) } }
  })
}

/** What `plan` would come to. */
export interface Rehearsal extends PlanCounts {
  readonly facilities: readonly FacilityCounts[]
  /** Facts of some of the doses that would be planned, spread over all of them. */
  readonly seen: readonly string[]
}

/** The same without a trace: nothing is written to the ledger. `sample`: facts of so many doses at most are shown. */
export async function planDry(
  database: Database,
  doses: AsyncIterable<PlannedDose>,
  options: PlanOptions,
  sample: number,
): Promise<Rehearsal> {
  const rows = await inLedger(composeAll(database, doses, options))
  return inTransaction(database, async () => {
    const counts = await judge(database, rows, options)
    const [facilities, seen] = [await facilityCounts(database), await sampleFacts(database, counts.planned, sample)]
    return { ...counts, facilities, seen }
  })
}

async function sampleFacts(database: Database, planned: number, sample: number): Promise<readonly string[]> {
  const every = Math.max(1, Math.ceil(planned / sample))
  const rows = await database.query<{ facts: string }>(
    'select facts from fresh join composed using (line) where place % $1::bigint = 0 order by place',
    [every],
  )
  return rows.map(({ facts }) => facts)
}

/** All that is decided without the ledger, in tables of this session. Answers how many rows came in. */
async function composeAll(
  database: Database,
  doses: AsyncIterable<PlannedDose>,
  { documentSigner, confirmations, issuer, at, limits }: PlanOptions,
): Promise<number> {
  requireDocumentSigner(documentSigner, at, limits.leastDays)
  const { country } = documentSigner
  const rows = await stage(database, doses, { confirmations, country })
  await settleRepeated(database)
  await composeStaged(database, { country, issuer, at })
  return rows
}

/** What the ledger has to say, in `judged`; what is left, numbered, in `fresh`. */
async function judge(
  database: Database,
  rows: number,
  { kind, documentSigner, at, limits }: PlanOptions,
): Promise<PlanCounts> {
  await judgeAgainstLedger(database, kind)
  const alarms = await holdBusyDays(database, limits.facility)
  const room = await roomOfKey(database, documentSigner.kid, at, limits.key)
  if (room !== undefined) await holdBeyond(database, room)
  const counts = { rows, alarms, ...(await numberFresh(database)), held: await heldCounts(database) }
  requireWhole(counts)
  return counts
}

/** The first that fit stay, by facility: the same ones whenever it is planned. */
async function holdBeyond(database: Database, room: number): Promise<void> {
  const beyond = `
    update judged set code = 'gate.blast-radius' from (
      select line from judged where code is null order by facility, key offset $1::bigint
    ) as more where more.line = judged.line`
  await database.query(beyond, [room])
}

/** @throws Fault `ledger.broken` where a row is neither planned nor held, or both: nothing is written then */
function requireWhole({ rows, planned, held }: PlanCounts): void {
  const total = Object.values(held).reduce((sum, number) => sum + number, planned)
  if (total !== rows) throw new Fault('ledger.broken', 'a row of the plan is lost')
}
