import { type LedgerCounts, ledgerCounts, type Step } from '@vaxcert/batch'
import { Fault } from '@vaxcert/core'
import type { Database } from '@vaxcert/records/database'
import type { Io } from '../io.ts'
import { runProgress } from './run-progress.ts'
import type { SignerState } from './run-worker.ts'

/** Watches workers, whatever process they are in. */
export interface Watch {
  step(worker: number, step: Step, signer: SignerState | undefined): Promise<void>
  /** Certificates that these workers have released so far. */
  issued(): number
  end(): void
}

/** Milliseconds between two looks at the ledger. */
const EVERY = 1000

/** `ledger` is looked at between two transactions of a worker only: an embedded one has one session for all. */
export function watchOver(ledger: Database, { stderr, now }: Io): Watch {
  const progress = runProgress(stderr, now)
  let [issued, looked, isLooking] = [0, 0, false]
  const look = async (): Promise<void> => {
    if (stderr.isTTY !== true || isLooking || now().getTime() - looked < EVERY) return
    isLooking = true
    const counts = await countsOrNot(ledger)
    if (counts !== undefined) progress.counts(counts)
    looked = now().getTime()
    isLooking = false
  }
  return {
    async step(worker, step, signer) {
      const { name, phase, certificates } = step
      if (name === 'release' && phase === 'after') issued += certificates
      if ((name === 'release' && phase === 'after') || (name === 'claim' && phase === 'before')) await look()
      progress.step(worker, step, signer)
    },
    issued: () => issued,
    end: () => progress.end(),
  }
}

/** That nobody can look just now hinders no worker. */
async function countsOrNot(ledger: Database): Promise<LedgerCounts | undefined> {
  try {
    return await ledgerCounts(ledger)
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  }
}
