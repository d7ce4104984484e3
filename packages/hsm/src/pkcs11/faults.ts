import { Fault } from '@vaxcert/core/fault'
import { type AnswerKind, answerKind, answerName, answerOf } from './answers.ts'

/** Whether the device answered that another session may do what this one did not. */
export function isLost(error: unknown): boolean {
  return isAnswer(error, 'lost')
}

/** Whether it answered that it has too much to do. */
export function isBusy(error: unknown): boolean {
  return isAnswer(error, 'busy')
}

function isAnswer(error: unknown, kind: AnswerKind): boolean {
  const answer = answerOf(error)
  return answer !== undefined && answerKind(answer) === kind
}

/** An answer of the device as the Fault it stands for; every other error as it is. */
export function faultOf(error: unknown): unknown {
  const answer = answerOf(error)
  if (answer === undefined) return error
  return new Fault(answerKind(answer) === 'refused' ? 'signer.refused' : 'signer.busy', answerName(answer))
}

/** Once it was open, a signer throws two codes alone: a token may come back, a key or a PIN that is another now will not. */
export function signingFault(error: unknown): unknown {
  const fault = faultOf(error)
  if (!(fault instanceof Fault) || fault.code === 'signer.busy' || fault.code === 'signer.refused') return fault
  const code = fault.code === 'signer.token' ? 'signer.busy' : 'signer.refused'
  return new Fault(code, 'the session cannot be opened again', { cause: fault })
}
