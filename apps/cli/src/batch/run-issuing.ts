import type { ApprovedBatch, Issuing } from '@vaxcert/batch'
import { type Approver, readApprovers, requireApproved } from '@vaxcert/batch/plan'
import type { Database } from '@vaxcert/records/database'
import type { Io } from '../io.ts'
import { readNoteSigner } from '../log/log-keys.ts'
import { readJson } from '../records/json-files.ts'

export interface IssuingOptions {
  readonly approvers: string
  readonly logKey: string
  readonly perKey?: number
  readonly keyDays: number
}

/**
 * What it takes to issue beside the key: the log's key, the limit, and the approvals.
 * @throws CommanderError with exit code 2; Fault `approve.register`
 */
export async function issuingOf(
  { approvers, logKey, perKey: certificates, keyDays: periodDays }: IssuingOptions,
  io: Io,
): Promise<Omit<Issuing, 'authority'>> {
  const register = readApprovers(await readJson(approvers, io))
  return {
    logSigner: await readNoteSigner(logKey, 'log', io),
    requireApproved: approvals(register, io.now),
    now: io.now,
    ...(certificates !== undefined && { blastRadius: { certificates, periodDays } }),
  }
}

/** Milliseconds for which approvals that were checked count, so that not every chunk has to ask for those of its batch. */
const CHECKED_FOR = 60_000

function approvals(register: readonly Approver[], now: () => Date): NonNullable<Issuing['requireApproved']> {
  const checked = new Map<number, { readonly at: number; readonly approved: ApprovedBatch }>()
  return async (database: Database, batch: number): Promise<ApprovedBatch> => {
    const known = checked.get(batch)
    const at = now().getTime()
    if (known !== undefined && Math.abs(at - known.at) < CHECKED_FOR) return known.approved
    const approved = await requireApproved(database, batch, register, now())
    checked.set(batch, { at, approved })
    return approved
  }
}
