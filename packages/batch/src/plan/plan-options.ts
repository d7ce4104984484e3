import type { DocumentSigner } from '@vaxcert/core/trust'
import type { FacilityRate } from '../gates/facility-rate.ts'
import type { BlastRadius } from '../run/issuing.ts'

/** In whose name, from what, and within which limits doses are planned. */
export interface PlanOptions {
  /** `correct` plans the next version of doses that are in the ledger. */
  readonly kind: 'issue' | 'correct'
  readonly documentSigner: DocumentSigner
  /** Name of the issuing body, field `is`. */
  readonly issuer: string
  readonly plannedBy: string
  readonly at: Date
  /** `confirmationPrint` of the confirmations that were checked and are right. */
  readonly confirmations: ReadonlySet<string>
  /** SHA-256 in hex of every file that went in, by what it is: "doses", "units". */
  readonly inputs: Readonly<Record<string, string>>
  readonly limits: PlanLimits
}

export interface PlanLimits {
  /** Days for which the document signer must still hold. */
  readonly leastDays: number
  readonly facility: FacilityRate
  /** Absent: a key may sign any number. */
  readonly key?: BlastRadius
}

/** What is held where nobody says otherwise. */
export const planLimits: PlanLimits = {
  leastDays: 30,
  facility: { perDay: 5000, timesUsual: 10, least: 200, cleared: [] },
}
