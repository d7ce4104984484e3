import type { GateCode } from '../plan/plan-codes.ts'
import type { PlannedDose } from '../plan/planned-dose.ts'

/** Which confirmations were found right, by `confirmationPrint`, and of which country their units are. */
export interface CheckedConfirmations {
  readonly confirmations: ReadonlySet<string>
  readonly country: string
}

/**
 * Only doses for which a facility's checked word holds. One that was given abroad is let by where something shows it,
 * since it counts in its series: no unit here can confirm it, and nothing is signed for it.
 */
export function facilityConfirmed(
  { confirmation, dose, isShown }: PlannedDose,
  { confirmations, country }: CheckedConfirmations,
): GateCode | undefined {
  if (dose.country !== country) return isShown === true ? undefined : 'gate.confirmed'
  return confirmation !== undefined && confirmations.has(confirmation) ? undefined : 'gate.confirmed'
}
