import {
  type BatchDetails,
  type BatchStatus,
  batchDetails,
  batchNumbers,
  batchStatus,
  inLedger,
  type QueueStatus,
  queueStatus,
} from '@vaxcert/batch'
import { type Approver, readApprovers, requireApproved } from '@vaxcert/batch/plan'
import { Fault } from '@vaxcert/core'
import type { Database } from '@vaxcert/records/database'
import { Command } from 'commander'
import { usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { inWords } from '../records/in-words.ts'
import { readJson } from '../records/json-files.ts'
import { jsonLine } from '../terminal.ts'
import { batchWords } from './batch-words.ts'
import { addLedger, type LedgerOptions, withExistingLedger } from './ledger-options.ts'
import { ledgerWords } from './ledger-words.ts'
import { readCount } from './plan-options.ts'
import { queueText, statusText } from './status-text.ts'

interface Options extends LedgerOptions {
  readonly approvers?: string
  readonly json: boolean
}

/** How a batch stands. `approved`: that its approvals hold, or the code of why not; absent where nobody was asked to look. */
export type BatchStanding = BatchStatus & BatchDetails & { readonly approved?: true | string }

/** `vaxcert batch status`. */
export function batchStatusCommand(io: Io): Command {
  const command = new Command('status')
    .description('Tell how far batches are, what is stuck or refused and why, and what to do.')
    .argument('[batch]', 'one batch; otherwise all', readCount)
    .option('--approvers <file>', 'register of approvers, JSON: then approvals are checked too')
    .option('--json', 'print one JSON line', false)
  return addLedger(command).action((batch: number | undefined, options: Options) =>
    inWords({ ...batchWords, ...ledgerWords }, () => tellStatus(batch, options, io)),
  )
}

async function tellStatus(batch: number | undefined, options: Options, io: Io): Promise<void> {
  const register = options.approvers === undefined ? undefined : readApprovers(await readJson(options.approvers, io))
  const { batches, queue } = await withExistingLedger(options, io, async (ledger) => ({
    batches: await standingsOf(ledger, batch, register, io.now()),
    queue: await queueStatus(ledger),
  }))
  io.stdout.write(options.json ? jsonLine({ batches, queue }) : textOf(batches, queue))
}

async function standingsOf(
  ledger: Database,
  batch: number | undefined,
  register: readonly Approver[] | undefined,
  now: Date,
): Promise<readonly BatchStanding[]> {
  const standings: BatchStanding[] = []
  for (const number of batch === undefined ? await batchNumbers(ledger) : [batch]) {
    const status = await batchStatus(ledger, number)
    if (status === undefined) throw usageError(`There is no batch ${number}.`)
    const approved = register === undefined ? undefined : await approvedOrWhyNot(ledger, number, register, now)
    standings.push({ ...status, ...(await batchDetails(ledger, number)), ...(approved !== undefined && { approved }) })
  }
  return standings
}

async function approvedOrWhyNot(
  ledger: Database,
  batch: number,
  register: readonly Approver[],
  now: Date,
): Promise<true | string> {
  try {
    await inLedger(requireApproved(ledger, batch, register, now))
    return true
  } catch (error) {
    if (error instanceof Fault && error.code.startsWith('approve.')) return error.code
    throw error
  }
}

function textOf(batches: readonly BatchStanding[], queue: QueueStatus): string {
  const none = batches.length === 0 ? 'There is no batch yet.\n' : ''
  return `${none}${batches.map(statusText).join('')}${queueText(queue)}`
}
