import type { Step, WorkerReport } from '@vaxcert/batch'
import { Command } from 'commander'
import { EXIT, stoppedResult, usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { serverSessions } from './ledger-options.ts'
import type { RunOptions } from './run-options.ts'
import { type SignerState, work } from './run-worker.ts'

/** What `vaxcert batch run` tells a worker's process. */
export type ToWorker = { readonly kind: 'start'; readonly options: RunOptions } | { readonly kind: 'stop' }

/** What a worker's process tells `vaxcert batch run`. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'step'; readonly step: Step; readonly signer?: SignerState }
  | { readonly kind: 'ended'; readonly report: WorkerReport }

/** `vaxcert batch work`: what `vaxcert batch run` starts for each of several workers. Its options come by message: none is seen in a list of processes. */
export function batchWorkCommand(io: Io): Command {
  return new Command('work').description('One worker of vaxcert batch run.').action(() => workForParent(io))
}

async function workForParent(io: Io): Promise<void> {
  if (process.send === undefined) throw usageError('That is for vaxcert batch run alone.')
  const stop = new AbortController()
  const options = await started(stop)
  const ignore = io.onInterrupt?.(() => stop.abort(stoppedResult()))
  const watcher = {
    ready: () => tell({ kind: 'ready' }),
    step: (step: Step, signer: SignerState | undefined) => tell({ kind: 'step', step, ...(signer && { signer }) }),
  }
  try {
    const report = await work({ options, open: serverSessions(options), signal: stop.signal, watcher }, io)
    tell({ kind: 'ended', report })
  } finally {
    ignore?.()
    // Nobody listens any more: so the process ends, once all that was told is out.
    process.removeAllListeners('message')
    process.removeAllListeners('disconnect')
  }
}

function tell(what: FromWorker): void {
  if (process.connected) process.send?.(what)
}

/** Waits for the options; from then on stops when it is told to, or when nobody is there any more who could. */
function started(stop: AbortController): Promise<RunOptions> {
  process.on('disconnect', () => {
    if (stop.signal.aborted) process.exit(EXIT.usage)
    stop.abort(stoppedResult())
  })
  return new Promise((resolve) => {
    process.on('message', (message: ToWorker) => {
      if (message.kind === 'start') resolve(message.options)
      else stop.abort(stoppedResult())
    })
  })
}
