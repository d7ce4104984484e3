import { setTimeout } from 'node:timers/promises'
import { Fault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import type { LedgerCode } from '../codes.ts'
import { type LedgerCounts, ledgerCounts } from '../ledger/ledger-counts.ts'
import { type BatchStatus, batchStatus } from '../ledger/status.ts'
import type { HeldCode } from '../plan/plan-codes.ts'
import { revoke } from '../revoke/index.ts'
import { issueChunk } from '../run/issue-chunk.ts'
import type { Issuing } from '../run/issuing.ts'
import { openLedgerSession } from '../run/session.ts'
import {
  type AnsweredCertificate,
  certificateOf,
  type DoseStatus,
  doseOf,
  type FoundDose,
  newestOf,
} from './dose-status.ts'
import { kept } from './kept.ts'
import type { PlanRequest } from './plan-request.ts'
import type { RequestCode } from './request-codes.ts'
import type { NamedDose, RevokeRequest, SingleRequest } from './requests.ts'
import { sessions } from './sessions.ts'

/** A certificate that was asked for. */
export interface IssuedDose extends DoseStatus, AnsweredCertificate {
  /** Whether it was made for this request; false where it was there already. */
  readonly isNew: boolean
}

/** What the service asks of the ledger. */
export interface ServiceLedger {
  /**
   * The certificate of a dose: planned, fixed, signed, verified, logged and released like that of any other; the same
   * one, however often it is asked for.
   * @throws Fault `dose.conflict` when the same dose was certified with another content; `gate.*`, `record.*`, `dcc.*` when it
   * may not be; `signer.*`, `ledger.*`, `approve.*`, `request.busy`
   */
  issue(request: SingleRequest): Promise<IssuedDose>
  /** @throws Fault `request.unknown`, `ledger.*`, `request.busy` */
  status(dose: NamedDose): Promise<DoseStatus>
  /** All certificates of the dose, whatever their version. Idempotent. @throws Fault `request.unknown`, `ledger.*`, `request.busy` */
  revoke(request: RevokeRequest, by: string): Promise<DoseStatus>
  /** @throws Fault `request.unknown`, `ledger.*`, `request.busy` */
  batch(batch: number): Promise<BatchStatus>
  /** As they were at most ten seconds ago: they cost a look at every chunk. */
  counts(): Promise<LedgerCounts>
  /** Whether the ledger answers, or has too much to do to say so; at most a second ago: anybody may ask. */
  isUp(): Promise<boolean>
  /** Requests that have a session, or wait for one. */
  load(): number
  close(): Promise<void>
}

export interface ServiceLedgerOptions {
  /** A session for the service alone. */
  readonly open: () => Promise<Database>
  /** 1 for an embedded database, which has no other. */
  readonly sessions: number
  readonly maxWaiting?: number
  readonly issuing: Issuing
  readonly plan: PlanRequest
}

/** How often it is looked whether somebody else, who has the chunk of the dose in hand, is done; and after how many milliseconds. */
const LOOKS = 50
const BETWEEN = 100

/** Milliseconds for which an answer is good. */
const COUNTED_FOR = 10_000
const UP_FOR = 1_000

export function serviceLedger(options: ServiceLedgerOptions): ServiceLedger {
  const { open, issuing, plan, maxWaiting = 256 } = options
  const pool = sessions(() => openLedgerSession(open, 'service'), options.sessions, maxWaiting)
  return {
    load: pool.load,
    close: pool.close,
    issue: (request) =>
      pool.use(async (database) => {
        const planned = await plan(database, request)
        const isNew = !('again' in planned)
        const issued = await issueDose(database, 'again' in planned ? planned.again : planned.doseNo, issuing)
        return { ...issued, isNew }
      }),
    status: (dose) => pool.use(async (database) => (await newest(database, dose)).status),
    revoke: ({ source, doseId, reason }, by) =>
      pool.use(async (database) => {
        await newest(database, { source, doseId })
        const how = { reason, revokedBy: by, at: issuing.now() }
        await revoke(database, { by: 'dose', source, doses: [doseId] }, how)
        return (await newest(database, { source, doseId })).status
      }),
    batch: (batch) => pool.use(async (database) => (await batchStatus(database, batch)) ?? unknown()),
    counts: kept(() => pool.use(ledgerCounts), COUNTED_FOR, issuing.now),
    isUp: kept(() => pool.use((database) => database.query('select 1')).then(() => true, isBusy), UP_FOR, issuing.now),
  }
}

async function issueDose(database: Database, doseNo: number, issuing: Issuing): Promise<Omit<IssuedDose, 'isNew'>> {
  const { status } = await settled(database, doseNo, issuing)
  if (status.state === 'refused' || status.state === 'stuck') throw new Fault(status.code ?? '')
  if (status.state === 'revoked') throw new Fault<HeldCode>('gate.revoked')
  const released = await certificateOf(database, doseNo)
  if (released === undefined) throw new Fault<LedgerCode>('ledger.broken', 'issued without a certificate')
  return { ...status, ...released }
}

/**
 * The dose when its chunk is done, by us or by a worker who has it in hand.
 * @throws Fault with the code of whatever it waits for; `ledger.busy` when that takes too long
 */
async function settled(database: Database, doseNo: number, issuing: Issuing): Promise<FoundDose> {
  for (let look = 0; look < LOOKS; look += 1) {
    const found = (await doseOf(database, doseNo)) ?? unknown()
    if (found.status.state !== 'planned') return found
    const outcome = await issueChunk(database, found.chunk, issuing)
    if (outcome.kind === 'waiting') throw new Fault(outcome.code)
    if (outcome.kind === 'passed') await setTimeout(BETWEEN)
  }
  throw new Fault<LedgerCode>('ledger.busy', 'somebody else has it in hand')
}

async function newest(database: Database, dose: NamedDose): Promise<FoundDose> {
  return (await newestOf(database, dose)) ?? unknown()
}

function isBusy(error: unknown): boolean {
  return error instanceof Fault && error.code === 'request.busy'
}

function unknown(): never {
  throw new Fault<RequestCode>('request.unknown')
}
