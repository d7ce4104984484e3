import type { ChildProcess } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { ledgerCounts } from '@vaxcert/batch'
import type { Database } from '@vaxcert/records/database'

/** How a run is ended on the way. */
export interface Stop {
  readonly signal: 'SIGTERM' | 'SIGKILL'
  /** Of all that is planned, once so much is issued. */
  readonly at: number
}

export const stops: readonly Stop[] = [
  { signal: 'SIGTERM', at: 0.15 },
  { signal: 'SIGKILL', at: 0.4 },
  { signal: 'SIGTERM', at: 0.7 },
]

const OFTEN = 100

/**
 * Signals a run once the ledger says that enough is issued: the one process, as a service manager would, or, to kill, it and
 * all of its workers at once.
 */
export function stopper(
  ledger: Database,
  planned: number,
  { signal, at }: Stop,
): (child: ChildProcess) => Promise<void> {
  return async (child) => {
    while (child.exitCode === null && child.signalCode === null) {
      const { issued } = await ledgerCounts(ledger)
      if (issued >= at * planned) break
      await setTimeout(OFTEN)
    }
    if (child.pid === undefined || child.exitCode !== null) return
    process.kill(signal === 'SIGKILL' ? -child.pid : child.pid, signal)
  }
}
