import { Fault } from '../../../fault.ts'

/** How deep an expression may nest. Rules of real countries go 7 deep. */
export const MAX_DEPTH = 100
/** Expressions in one another and in lists. A rule that names every rapid test has some two thousand. */
export const MAX_EXPRESSIONS = 20_000
/** Length of one text in an expression. */
export const MAX_TEXT = 2000
/** What one evaluation may take: a step for each expression, and for each item or member that is gone through. */
export const MAX_STEPS = 500_000

/** The steps that an evaluation has left. */
export interface Budget {
  left: number
}

/** @throws Fault `rules.unreadable` when there are not so many left */
export function spend(budget: Budget, steps: number): void {
  budget.left -= steps
  if (budget.left < 0) throw new Fault('rules.unreadable', 'takes too long')
}
