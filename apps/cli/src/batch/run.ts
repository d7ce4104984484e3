import { type LedgerCounts, ledgerCounts, type WorkerReport } from '@vaxcert/batch'
import type { Database } from '@vaxcert/records/database'
import { Command } from 'commander'
import { count } from '../count.ts'
import { negativeResult, stoppedResult, usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { inWords } from '../records/in-words.ts'
import { jsonLine } from '../terminal.ts'
import { wordsOf } from '../words.ts'
import { batchWords } from './batch-words.ts'
import { serverSessions, withExistingLedger } from './ledger-options.ts'
import { ledgerWords } from './ledger-words.ts'
import { type FleetReport, runFleet } from './run-fleet.ts'
import { addRun, type RunOptions } from './run-options.ts'
import { type Watch, watchOver } from './run-watch.ts'
import { endWords, waitingText } from './run-words.ts'
import { work } from './run-worker.ts'

const help = `
Issues all that is approved: each dose fixed, signed, verified, logged, released. It may be stopped, killed, started again, and run
on many machines at once over one PostgreSQL server: the ledger alone decides what is done, and nothing is done twice. On SIGINT or
SIGTERM it finishes the step under way; a second one ends it at once. The same command goes on from where it was. Each worker opens
the signer for itself; in a folder there is one worker. Exit codes: 0 all is issued, 1 some doses were refused or some chunks are
stuck or wait (vaxcert batch status tells why), 2 stopped, or it could not go on.`

/** `vaxcert batch run`. */
export function batchRunCommand(io: Io): Command {
  const command = new Command('run').description('Issue the certificates of approved batches.')
  return addRun(command)
    .addHelpText('after', help)
    .action((options: RunOptions) => inWords({ ...batchWords, ...ledgerWords }, () => runBatches(options, io)))
}

/** How a run ended. */
interface RunResult extends FleetReport {
  /** Released by these workers. */
  readonly issued: number
  readonly before: LedgerCounts
  readonly after: LedgerCounts
}

async function runBatches(options: RunOptions, io: Io): Promise<void> {
  const isServer = options.database !== undefined
  if (!isServer && options.workers > 1) serverSessions(options)
  const stop = new AbortController()
  const ignore = io.onInterrupt?.(() => stop.abort(stoppedResult()))
  try {
    const result = await withExistingLedger(options, io, async (ledger) => {
      const before = await ledgerCounts(ledger)
      const watch = watchOver(ledger, io)
      const how = { options, ledger, watch, signal: stop.signal }
      const fleet = await (options.workers > 1 ? runMany(how, io) : runOne(how, io)).finally(() => watch.end())
      return { ...fleet, issued: watch.issued(), before, after: await ledgerCounts(ledger) }
    })
    tellResult(result, options, io)
  } finally {
    ignore?.()
  }
}

interface Run {
  readonly options: RunOptions
  readonly ledger: Database
  readonly watch: Watch
  readonly signal: AbortSignal
}

function runMany({ options, watch, signal }: Run, { stderr }: Io): Promise<FleetReport> {
  return runFleet({ options, watch, signal, stderr })
}

async function runOne({ options, ledger, watch, signal }: Run, io: Io): Promise<FleetReport> {
  const shared = { ...ledger, close: async () => {} }
  const open = options.database === undefined ? () => Promise.resolve(shared) : serverSessions(options)
  const watcher = { ready: () => {}, step: watch.step.bind(watch, 1) }
  return { reports: [await work({ options, open, signal, watcher }, io)], restarts: 0 }
}

function tellResult(result: RunResult, options: RunOptions, io: Io): void {
  const { issued, before, after, reports, restarts } = result
  const { end, code } = endOf(reports)
  const counts = {
    ...{ end, ...(code !== undefined && { code }), issued, refused: after.refused - before.refused },
    ...{ left: after.waiting, stuck: after.chunks.stuck ?? 0, waiting: waitingOf(reports), restarts },
  }
  io.stdout.write(options.json ? jsonLine(counts) : resultText(counts))
  if (end === 'failed') throw usageError(`${sentenceOf(code ?? '')} (${code}).`)
  if (end === 'stopped' && !options.wait) throw stoppedResult()
  if (counts.refused + counts.stuck + counts.left > 0) throw negativeResult()
}

/** Of all together: what one could not do another may have done. */
function endOf(reports: readonly WorkerReport[]): Pick<WorkerReport, 'end' | 'code'> {
  const one = (end: WorkerReport['end']) => reports.find((report) => report.end === end)
  return one('stopped') ?? one('drained') ?? one('failed') ?? { end: 'failed', code: 'worker.died' }
}

/** The same chunk may have waited at several: of each code what one of them saw at most. */
function waitingOf(reports: readonly WorkerReport[]): Readonly<Record<string, number>> {
  const most: Record<string, number> = {}
  for (const [code, chunks] of reports.flatMap(({ waiting }) => Object.entries(waiting)))
    most[code] = Math.max(most[code] ?? 0, chunks)
  return most
}

function resultText(counts: {
  readonly issued: number
  readonly refused: number
  readonly left: number
  readonly stuck: number
  readonly waiting: Readonly<Record<string, number>>
}): string {
  const { issued, refused, left, stuck, waiting } = counts
  const waits = Object.entries(waiting).map(
    ([code, chunks]) => `  ${count(chunks, 'chunk')} waiting: ${waitingText(code)} (${code})\n`,
  )
  const rest = `${refused} refused, ${left} left, ${count(stuck, 'chunk')} stuck`
  return `${count(issued, 'certificate')} issued; ${rest}\n${waits.join('')}`
}

function sentenceOf(code: string): string {
  const known: Readonly<Record<string, string>> = { ...batchWords, ...ledgerWords, ...endWords }
  return known[code] ?? wordsOf(code)
}
