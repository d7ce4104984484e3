import { type FieldValues, limits2022 } from '@vaxcert/records'
import {
  countsUnconfirmed,
  type IdentityStanding,
  type JointStanding,
  type UnconfirmedCode,
} from '@vaxcert/records/confirm'
import { codeOfDose } from './confirm-standings.ts'
import type { IdentityOf } from './identities.ts'

/** How a dose stands before anything is signed for it. */
export interface JudgedDose {
  readonly found: JointStanding
  readonly identity: IdentityStanding
  /** Given abroad, and shown: it counts in its series, confirmed by nobody. */
  readonly isAbroad: boolean
  /** Why it may neither be signed nor count. */
  readonly code: UnconfirmedCode | undefined
}

/** The judge of doses under confirmations, and of the identities behind those that hold. */
export function doseJudge(
  standing: (dose: Readonly<FieldValues>) => JointStanding,
  identityOf: IdentityOf,
  at: Date,
): (dose: Readonly<FieldValues>) => JudgedDose {
  return (dose) => {
    const found = standing(dose)
    const isAbroad = found.standing === 'other' && countsUnconfirmed(dose)
    const isAsked = isAbroad || found.standing === 'confirmed'
    const identity = isAsked ? identityOf(dose, limits2022.verifyWithin, at) : 'verified'
    return { found, identity, isAbroad, code: codeOfDose(isAbroad ? 'confirmed' : found.standing, identity) }
  }
}
