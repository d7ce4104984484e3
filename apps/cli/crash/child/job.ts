import type { StepName, StepPhase, WorkerReport } from '@vaxcert/batch'
import type { Handed } from '../truth/invented.ts'
import type { Sight } from '../truth/sight.ts'

/** Where a ledger is: a folder for the embedded database, or a server. */
export type Address = { readonly folder: string } | { readonly url: string }

/** What a child process shall do: look, plan and approve, work, look; and where on the way it kills itself. */
export interface Job {
  readonly ledger: Address
  /** File to which it tells what it did, so that it is told even if it is killed with the next breath. */
  readonly journal: string
  /** Private key of the log, PEM. */
  readonly logKey: string
  /** Embedded databases have one process: it tells what is to be seen in them, before and after. */
  readonly looks: boolean
  readonly plans: readonly Handed[]
  readonly works?: Work
  readonly kill?: Kill
}

export interface Work {
  readonly signer: SignerPlan
  /** Chunks that were given up are tried again first. */
  readonly revives: boolean
}

export type SignerPlan =
  | { readonly kind: 'memory' }
  | { readonly kind: 'troubled'; readonly seed: number }
  | { readonly kind: 'remote'; readonly url: string; readonly tls: Tls }

export interface Tls {
  readonly ca: string
  readonly cert: string
  readonly key: string
}

export type Kill = StepKill | StatementKill

/** At the n-th time that a worker tells of this step. */
export interface StepKill {
  readonly kind: 'step'
  readonly name: StepName
  readonly phase: StepPhase
  readonly times: number
}

/** At the n-th statement of planning, or of the worker: before it is sent, when it is sent, or when it is answered. */
export interface StatementKill {
  readonly kind: 'statement'
  readonly during: 'plan' | 'work'
  readonly times: number
  readonly when: 'before' | 'sent' | 'after'
}

/** One line of a journal. */
export type Told =
  | { readonly kind: 'ready' }
  | { readonly kind: 'sight'; readonly sight: Sight }
  /** A worker has told of a step. */
  | { readonly kind: 'step'; readonly step: string }
  /** The next line would have come from a process that lives. */
  | { readonly kind: 'killed'; readonly at: string }
  | { readonly kind: 'planned'; readonly from: number; readonly statements: number }
  | { readonly kind: 'worked'; readonly report: WorkerReport; readonly statements: number }
  | { readonly kind: 'failed'; readonly code: string }
  /** A signer gave a signature again that had given none for a while; milliseconds since 1970. */
  | { readonly kind: 'recovered'; readonly at: number }
  | { readonly kind: 'troubled'; readonly trouble: string }
