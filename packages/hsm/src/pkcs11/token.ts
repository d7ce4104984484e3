import { Fault } from '@vaxcert/core/fault'
import { answerOf, CKR } from './answers.ts'
import { type Cryptoki, type Handle, type TokenName, ulong } from './cryptoki.ts'

/** How a token is named: exactly one must have all that is given. `slot` is the slot's number, not its place in a list. */
export interface TokenWanted {
  readonly label?: string
  readonly serial?: string
  readonly slot?: number
}

/**
 * The slot of the token.
 * @throws Fault `signer.token` when none or several are it; what the calls answer
 */
export function findToken(calls: Cryptoki, wanted: TokenWanted): Handle {
  const [slot, other] = calls.slots().filter((candidate) => isWanted(calls, candidate, wanted))
  if (slot === undefined) throw new Fault('signer.token', 'no token of that name')
  if (other !== undefined) throw new Fault('signer.token', 'more than one token of that name')
  return slot
}

function isWanted(calls: Cryptoki, candidate: Handle, { label, serial, slot }: TokenWanted): boolean {
  if (slot !== undefined && ulong(candidate) !== BigInt(slot)) return false
  if (label === undefined && serial === undefined) return slot !== undefined
  const name = nameIn(calls, candidate)
  return (
    name !== undefined &&
    (label === undefined || name.label === label) &&
    (serial === undefined || name.serial === serial)
  )
}

/** Undefined for a token that was just drawn out, or cannot be read: another one may be the one that is wanted. */
function nameIn(calls: Cryptoki, slot: Handle): TokenName | undefined {
  try {
    return calls.tokenName(slot)
  } catch (error) {
    const answer = answerOf(error)
    if (answer === CKR.tokenNotPresent || answer === CKR.tokenNotRecognized) return undefined
    throw error
  }
}
