import { runWorker, type Step, type WorkerReport } from '@vaxcert/batch'
import type { Database } from '@vaxcert/records/database'
import type { Io } from '../io.ts'
import { issuingOf } from './run-issuing.ts'
import type { RunOptions } from './run-options.ts'
import { openAuthority } from './signer-options.ts'

/** How a device or service that signs fares: `closed` when all is well. */
export type SignerState = 'closed' | 'open' | 'half-open'

/** Whoever watches a worker. */
export interface Watcher {
  /** The signer is open, and the worker begins. */
  ready(): void
  /** Waited for. `signer` where it says how it is. */
  step(step: Step, signer: SignerState | undefined): void | Promise<void>
}

export interface WorkPlan {
  readonly options: RunOptions
  readonly open: () => Promise<Database>
  readonly signal: AbortSignal
  readonly watcher: Watcher
}

/**
 * One worker, in this process.
 * @throws CommanderError with exit code 2 where the options are not right, or the signer cannot be opened
 */
export async function work({ options, open, signal, watcher }: WorkPlan, io: Io): Promise<WorkerReport> {
  const issuing = await issuingOf(options, io)
  const { authority, close } = await openAuthority(options, io)
  try {
    watcher.ready()
    return await runWorker({
      ...{ ...issuing, authority, open, signal },
      until: options.wait ? 'stopped' : 'drained',
      step: (step) => watcher.step(step, stateOf(authority.signer)),
    })
  } finally {
    await close()
  }
}

function stateOf(signer: object): SignerState | undefined {
  if (!('health' in signer) || typeof signer.health !== 'function') return undefined
  return (signer.health() as { readonly circuit: SignerState }).circuit
}
