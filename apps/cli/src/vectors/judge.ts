import { Fault } from '@vaxcert/core'
import { type CheckResult, FOREIGN_EXCEPTION } from './check-result.ts'

/** What came of a step that a file expects to succeed or to fail. */
export interface Outcome {
  readonly expected: boolean
  readonly actual: boolean
  /** Code of the Fault that ended it. */
  readonly code?: string
}

/** Runs one step: a Fault is its failure. Undefined when the step could not be made. */
export async function outcomeOf(
  expected: boolean,
  step: () => boolean | undefined | Promise<boolean | undefined>,
): Promise<Outcome | undefined> {
  try {
    const actual = await step()
    return actual === undefined ? undefined : { expected, actual }
  } catch (error) {
    return { expected, actual: false, code: error instanceof Fault ? error.code : FOREIGN_EXCEPTION }
  }
}

export function isMet({ expected, actual, code }: Outcome): boolean {
  return actual === expected && code !== FOREIGN_EXCEPTION
}

/** Holds an outcome against its expectation. A difference that is known and is none any more is a failure too. */
export function judge(check: string, outcome: Outcome, known: string | undefined): CheckResult {
  if (known === undefined) return { check, ...outcome, result: isMet(outcome) ? 'passed' : 'failed' }
  if (isMet(outcome)) return { check, ...outcome, result: 'failed', reason: `known difference passes now: ${known}` }
  return { check, ...outcome, result: outcome.code === FOREIGN_EXCEPTION ? 'failed' : 'known', reason: known }
}
