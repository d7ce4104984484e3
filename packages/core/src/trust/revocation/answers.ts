import { Fault } from '../../fault.ts'

/** Whether one list holds a certificate; undefined when the list cannot be had. */
export type Answer = boolean | undefined

/**
 * One answer out of many, at once where all are there.
 * @throws Fault `revocation.unavailable` when none is yes and one is missing; where there are promises, a promise of it
 */
export function settle(answers: readonly (Answer | Promise<Answer>)[]): boolean | Promise<boolean> {
  return answers.some((answer) => answer instanceof Promise)
    ? Promise.all(answers).then(decide)
    : decide(answers as readonly Answer[])
}

function decide(answers: readonly Answer[]): boolean {
  if (answers.includes(true)) return true
  if (answers.includes(undefined)) throw new Fault('revocation.unavailable', 'a piece of the list is missing')
  return false
}
