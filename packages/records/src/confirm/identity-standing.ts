import { daysBetween } from '../dates/days.ts'

/** What is known of the identity behind a dose. Days, "2022-05-20". */
export interface IdentityHistory {
  /** Last change of number, name, birth date or sex. */
  readonly edited?: string
  /** Last time the population register said right. */
  readonly verified?: string
  /** The register does not know foreigners: nothing is asked. */
  readonly isForeigner: boolean
}

/** `open`: it was never verified, or changed since; `overdue`: for longer than it may be. Both keep a dose from being signed. */
export type IdentityStanding = 'verified' | 'open' | 'overdue'

/**
 * PR-01: an identity must be verified anew within so many days of its last edit. What was verified later than that is
 * verified all the same; on the day of the edit itself, which came first cannot be told, and the word of the register counts.
 */
export function identityStanding(history: IdentityHistory, withinDays: number, today: string): IdentityStanding {
  const { edited, verified, isForeigner } = history
  if (isForeigner || (verified !== undefined && (edited === undefined || edited <= verified))) return 'verified'
  return edited !== undefined && daysBetween(edited, today) > withinDays ? 'overdue' : 'open'
}
