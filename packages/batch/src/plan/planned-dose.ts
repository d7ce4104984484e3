import type { Dose, Person } from '@vaxcert/core/issue'
import type { IdentityStanding } from '@vaxcert/records/confirm'

/** A dose as it comes to planning: what its certificate will say, and what is known of who answers for it. */
export interface PlannedDose {
  /** The system that names its doses. */
  readonly source: string
  /** Its name of this one. */
  readonly doseId: string
  readonly personId: string
  readonly facility: string
  /** Day on which it was entered, "2022-04-14"; '' where nobody knows. */
  readonly entered: string
  readonly person: Person
  readonly dose: Omit<Dose, 'id'>
  /** Its number, as a cleansing over all doses of the person reckoned it; absent where none did. */
  readonly number?: number
  readonly identity: IdentityStanding
  /** `confirmationPrint` of the confirmation that holds for it. */
  readonly confirmation?: string
  /** Whether something shows a dose that was given abroad: it counts in its series, and gets no certificate here. */
  readonly isShown?: boolean
  /** Why whoever reads the doses refuses it, by its code. */
  readonly refused?: string
}
