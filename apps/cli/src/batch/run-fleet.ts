import { type ChildProcess, fork } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import type { WorkerReport } from '@vaxcert/batch'
import { CommanderError } from 'commander'
import { EXIT } from '../exit.ts'
import type { TextSink } from '../io.ts'
import type { FromWorker, ToWorker } from './run-child.ts'
import type { RunOptions } from './run-options.ts'
import type { Watch } from './run-watch.ts'

/** What came of some workers, each in a process of its own. */
export interface FleetReport {
  /** Of those that came to an end by themselves. */
  readonly reports: readonly WorkerReport[]
  /** How often a process that had died was started again. */
  readonly restarts: number
}

export interface FleetPlan {
  readonly options: RunOptions
  readonly signal: AbortSignal
  readonly watch: Watch
  readonly stderr: TextSink
  /** Program that is started, with `batch work`. Default this one. */
  readonly program?: string
  /** Milliseconds before the first time that one is started again; each further time it is twice as long. Default 500. */
  readonly pause?: number
}

/** How often a worker is started again: then it is not chance. */
const MOST_RESTARTS = 5
const PAUSE = 500
const LONGEST_PAUSE = 10_000

/**
 * Runs workers, each in a process of its own. One that dies is started again, some times: nothing of what it did is lost.
 * The others begin when the first has opened its signer.
 * @throws CommanderError with exit code 2 where the first cannot begin; it has said why
 */
export async function runFleet(plan: FleetPlan): Promise<FleetReport> {
  const failed = new AbortController()
  const signal = AbortSignal.any([plan.signal, failed.signal])
  return startAll({ ...plan, signal }).catch((error) => {
    // Whoever is at work stops: nobody watches any more.
    failed.abort()
    throw error
  })
}

async function startAll(plan: FleetPlan): Promise<FleetReport> {
  const tally = { restarts: 0 }
  let begin = (): void => {}
  const isReady = new Promise<void>((resolve) => {
    begin = resolve
  })
  const first = slot(plan, 1, tally, begin)
  await Promise.race([isReady, first])
  const others = Array.from({ length: plan.options.workers - 1 }, (_, at) => slot(plan, at + 2, tally, () => {}))
  const reports = await Promise.all([first, ...others])
  return { reports: reports.filter((report) => report !== undefined), restarts: tally.restarts }
}

/** One worker, in one process after the other; undefined where the last of them died, or could not begin. */
async function slot(
  plan: FleetPlan,
  worker: number,
  tally: { restarts: number },
  ready: () => void,
): Promise<WorkerReport | undefined> {
  for (let started = 0; ; started += 1) {
    const { report, code, how, isReady } = await runChild(plan, worker, ready)
    if (report !== undefined) return report
    if (code === EXIT.usage && worker === 1 && !isReady && started === 0) throw saidAlready()
    if (code === EXIT.usage || plan.signal.aborted || started === MOST_RESTARTS) return undefined
    tally.restarts += 1
    plan.stderr.write(`vaxcert: worker ${worker} died (${how}); it is started again\n`)
    const pause = Math.min((plan.pause ?? PAUSE) * 2 ** started, LONGEST_PAUSE)
    await setTimeout(pause, undefined, { signal: plan.signal }).catch(() => {})
  }
}

function saidAlready(): CommanderError {
  return new CommanderError(EXIT.usage, 'vaxcert.worker', '')
}

interface Ending {
  readonly isReady: boolean
  readonly report: WorkerReport | undefined
  readonly code: number | null
  /** For people: "exit code 1", "SIGKILL". */
  readonly how: string
}

/** In the same folder and surroundings; what to do is told by message. */
function runChild(
  { options, signal, watch, program = process.argv[1] ?? '' }: FleetPlan,
  worker: number,
  ready: () => void,
): Promise<Ending> {
  const child = fork(program, ['batch', 'work'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  let [report, isReady]: [WorkerReport | undefined, boolean] = [undefined, false]
  const stop = (): void => tell(child, { kind: 'stop' })
  tell(child, { kind: 'start', options: { ...options, workers: 1 } })
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.on('message', (message: FromWorker) => {
      if (message.kind === 'ended') report = message.report
      else if (message.kind === 'step') watch.step(worker, message.step, message.signer).catch(reject)
      else {
        isReady = true
        ready()
      }
    })
    child.once('close', (code, by) => {
      signal.removeEventListener('abort', stop)
      resolve({ report, isReady, code, how: by ?? `exit code ${code}` })
    })
  })
}

/** One that is gone hears nothing, and need not. */
function tell(child: ChildProcess, message: ToWorker): void {
  if (child.connected) child.send(message, () => {})
}
