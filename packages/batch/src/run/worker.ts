import { setTimeout } from 'node:timers/promises'
import { Fault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import { needsSomebody } from '../codes.ts'
import { type ChunkJob, type ChunkQueue, openChunkQueue } from '../queue/chunk-queue.ts'
import { isAnyDue } from './due-chunks.ts'
import { issueChunk } from './issue-chunk.ts'
import type { ChunkOutcome, Issuing } from './issuing.ts'
import { openLedgerSession } from './session.ts'
import { tell } from './tell.ts'
import { count, emptyTally, type WorkerTally, waitingCounts } from './worker-tally.ts'

export interface WorkerOptions extends Issuing {
  /** A session of the ledger for this worker alone; it is asked for another when one is lost. The worker closes it. */
  readonly open: () => Promise<Database>
  /** `drained`: ends when all that it could issue is released. `stopped`: waits for more, till the signal. */
  readonly until: 'drained' | 'stopped'
  /** Seconds between two looks at an empty queue. Default 1. */
  readonly idleSeconds?: number
  /** How often in a row it bears that the ledger or the signer is not to be had, each time waiting longer. Default 10. */
  readonly patience?: number
}

export interface WorkerReport {
  /** `failed`: see `code`; nothing is lost. Where that is `approve.*` or `ledger.broken`, all else is issued. */
  readonly end: 'drained' | 'stopped' | 'failed'
  readonly code?: string
  /** Of this worker alone. */
  readonly chunks: number
  readonly issued: number
  readonly refused: number
  readonly stuck: number
  /** Chunks it could not go on with, for each code how many: another key is meant, enough was signed in this period, or somebody has to look. */
  readonly waiting: Readonly<Record<string, number>>
}

const IDLE_SECONDS = 1
const PATIENCE = 10
/** Seconds; less than a session may say nothing, see `openLedgerSession`. */
const LONGEST_WAIT = 20
/** Seconds after which a chunk that waits for another key, for the next period, or for somebody, is tried again. */
const LATER = 60
const SOON: ReadonlySet<string> = new Set(['signer.busy', 'stopped'])
/** Chunks in a row that get stuck: then it is not the chunks. */
const MOST_STUCK = 3

/** Faults after which another session, a little later, will do. */
const PASSING: ReadonlySet<string> = new Set(['ledger.lost', 'ledger.busy', 'database.lost', 'database.connect'])

type End = Pick<WorkerReport, 'end' | 'code'>

/**
 * Issues chunk after chunk of approved batches, as the queue hands them out. Any number of workers may run at once, each
 * with a session of its own. On the signal it finishes the step under way and gives its chunk back.
 * Never throws a Fault but says so; whatever the listener throws goes through, as a crash would.
 */
export async function runWorker(options: WorkerOptions): Promise<WorkerReport> {
  const tally = emptyTally()
  const { end, code } = await workUntilEnd(options, tally)
  const { chunks, issued, refused, stuck } = tally
  return { end, ...(code !== undefined && { code }), chunks, issued, refused, stuck, waiting: waitingCounts(tally) }
}

async function workUntilEnd(options: WorkerOptions, tally: WorkerTally): Promise<End> {
  const { patience = PATIENCE, signal } = options
  for (;;) {
    const end = await workInSession(options, tally)
    if (end !== 'again') return end
    if (tally.failures > patience) return { end: 'failed', code: 'ledger.lost' }
    await pause(Math.min(2 ** (tally.failures - 1), LONGEST_WAIT), signal)
  }
}

/** `again`: the session is no good any more. */
async function workInSession(options: WorkerOptions, tally: WorkerTally): Promise<End | 'again'> {
  let database: Database | undefined
  try {
    database = await openLedgerSession(options.open, 'worker')
    return await work(database, await openChunkQueue(database), options, tally)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    if (!PASSING.has(error.code)) return { end: 'failed', code: error.code }
    tally.failures += 1
    return 'again'
  } finally {
    await database?.close().catch(() => {})
  }
}

async function work(database: Database, queue: ChunkQueue, options: WorkerOptions, tally: WorkerTally): Promise<End> {
  const { signal, until, idleSeconds = IDLE_SECONDS } = options
  await queue.hurry()
  while (signal?.aborted !== true) {
    const job = await queue.take()
    if (job !== undefined) {
      const end = await issueJob(database, queue, { job, options, tally })
      if (end !== undefined) return end
    } else if ((await queue.refill()) === 0) {
      if (until === 'drained' && !(await isAnyDue(database, tally.waiting.keys()))) return drained(tally)
      await pause(idleSeconds, signal)
    }
  }
  return { end: 'stopped' }
}

/** What could not be issued until somebody has looked is said last, so that it hinders nothing else. */
function drained({ waiting }: WorkerTally): End {
  const code = [...waiting.values()].find(needsSomebody)
  return code === undefined ? { end: 'drained' } : { end: 'failed', code }
}

interface AtWork {
  readonly job: ChunkJob
  readonly options: WorkerOptions
  readonly tally: WorkerTally
}

/** Answers an end where there is no going on. */
async function issueJob(
  database: Database,
  queue: ChunkQueue,
  { job, options, tally }: AtWork,
): Promise<End | undefined> {
  const outcome = await issueChunk(database, job.chunk, options).catch(async (error) => {
    // So that nobody has to wait for it; a session that is lost gives it back by its end.
    if (error instanceof Fault && !PASSING.has(error.code)) await queue.giveBack(job)
    throw error
  })
  count(tally, job.chunk, outcome)
  await settle(queue, job, outcome, options)
  if (tally.stuckInARow >= MOST_STUCK && outcome.kind === 'stuck') return { end: 'failed', code: outcome.code }
  if (outcome.kind !== 'waiting' || outcome.code !== 'signer.busy') return undefined
  if (tally.failures > (options.patience ?? PATIENCE)) return { end: 'failed', code: outcome.code }
  await pause(Math.min(2 ** (tally.failures - 1), LONGEST_WAIT), options.signal)
  return undefined
}

async function settle(queue: ChunkQueue, job: ChunkJob, outcome: ChunkOutcome, issuing: Issuing): Promise<void> {
  if (outcome.kind === 'stuck') return queue.bury(job, outcome.code)
  if (outcome.kind === 'waiting') {
    const { code } = outcome
    return SOON.has(code) ? queue.giveBack(job) : queue.putOff(job, { seconds: LATER, code })
  }
  const step = { name: 'complete', chunk: job.chunk, certificates: 0 } as const
  await tell(issuing, { ...step, phase: 'before' })
  await queue.complete(job)
  await tell(issuing, { ...step, phase: 'after' })
}

/** Ends early when the signal is aborted. */
async function pause(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  await setTimeout(seconds * 1000, undefined, { ...(signal && { signal }) }).catch(() => {})
}
