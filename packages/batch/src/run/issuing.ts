import type { Authority } from '@vaxcert/core/issue'
import type { Database } from '@vaxcert/records/database'
import type { NoteSigner } from '../log/index.ts'
import type { Standing } from './standing-use.ts'
import type { StepListener } from './step.ts'

/** What it takes to issue, whoever asks for it. */
export interface Issuing {
  /** In whose name is signed what nobody has intended yet. */
  readonly authority: Authority
  /** Keys that sign no more but what was intended for them. */
  readonly formerAuthorities?: readonly Authority[]
  /** Code of the issuing entity within UVCIs; left out, they are opaque. */
  readonly issuingEntity?: string
  /** Signs checkpoints of the issuing log; its name is the log's origin. */
  readonly logSigner: NoteSigner
  /** At most so many certificates of one key in each period: how many one lost key can spoil. Left out, any number. */
  readonly blastRadius?: BlastRadius
  /**
   * Whether a batch is what two people approved: asked before anything of a chunk is fixed, and before anything that was fixed
   * earlier is signed. Left out, what its state says counts.
   * @throws Fault `approve.*`
   */
  readonly requireApproved?: (database: Database, batch: number) => Promise<ApprovedBatch>
  readonly now: () => Date
  readonly step?: StepListener
  /** Stops the work behind the step under way. */
  readonly signal?: AbortSignal
}

/** A batch whose approvals were checked. */
export interface ApprovedBatch {
  /**
   * Whether these are the contents (SHA-256 of their facts) of the chunk that begins with a dose.
   * @throws Fault `approve.*`
   */
  requireContents(firstNo: number, contents: readonly Uint8Array[]): void
  /** Of a standing approval: its contents come one by one, each sealed, and are bounded. */
  readonly standing?: Standing
}

export interface BlastRadius {
  readonly certificates: number
  readonly periodDays: number
}

/** What became of a chunk. */
export type ChunkOutcome =
  | { readonly kind: 'released'; readonly issued: number; readonly refused: number }
  /** It is released already, not approved, or in somebody else's hands. */
  | { readonly kind: 'passed' }
  /** Given back: it goes on when `code` has passed. */
  | { readonly kind: 'waiting'; readonly code: string }
  /** Given up until somebody looks at it: see `reviveStuck`. */
  | { readonly kind: 'stuck'; readonly code: string }
