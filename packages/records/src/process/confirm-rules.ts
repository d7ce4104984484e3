import type { Limits } from '../cleanse/limits.ts'
import type { ConfirmableDose } from '../confirm/confirmed-fields.ts'
import { type IdentityHistory, identityStanding } from '../confirm/identity-standing.ts'
import type { DoseStanding } from '../confirm/index.ts'
import type { ProcessRule } from './process-rule.ts'

/** The identity behind a dose that somebody wants to sign. */
export interface KnownIdentity {
  readonly history: IdentityHistory
  readonly limits: Limits
  /** "2022-05-31" */
  readonly today: string
}

/** What comes of it, `open` or `overdue`, decides nothing here: neither may be signed. */
export const verifiedAgain: ProcessRule<KnownIdentity> = {
  id: 'PR-01',
  severity: 'B',
  fix: 'P',
  fields: ['id_number', 'full_name', 'birth_date', 'sex'],
  example: 'verified 2022-05-02, name edited 2022-05-03',
  step: 'confirm',
  check: ({ history, limits, today }) =>
    identityStanding(history, limits.verifyWithin, today) === 'verified' ? [] : ['verified'],
}

/** A dose as it stands now, and the judge of the confirmation that covers it (`checkConfirmation`). */
export interface ConfirmedDose {
  readonly dose: ConfirmableDose
  standing(dose: ConfirmableDose): DoseStanding
}

/** Which field was changed a digest does not tell. */
export const changedSince: ProcessRule<ConfirmedDose> = {
  id: 'PR-02',
  severity: 'B',
  fix: 'F',
  fields: ['dose_id'],
  example: 'lot edited after the facility signed',
  step: 'confirm',
  check: ({ dose, standing }) => (standing(dose) === 'changed' ? ['dose'] : []),
}
