/**
 * What a worker does with a chunk, in this order:
 * `claim` makes it its own, `intend` fixes what will be signed, `sign` signs and verifies, `log` keeps what was signed and logs
 * it, `release` signs a checkpoint and gives it free, `complete` tells the queue.
 */
export type StepName = 'claim' | 'intend' | 'sign' | 'log' | 'release' | 'complete'

/** `within`: everything is written and nothing committed yet; of `sign`, which writes nothing, each time some are signed. */
export type StepPhase = 'before' | 'within' | 'after'

export interface Step {
  readonly name: StepName
  readonly phase: StepPhase
  readonly chunk: number
  /** How many certificates this is about; 0 where that is not known yet. */
  readonly certificates: number
}

/** Told of every step, and waited for. What it throws ends the worker there and then, as a crash would. */
export type StepListener = (step: Step) => void | Promise<void>
