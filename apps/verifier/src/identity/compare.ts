import type { Dcc } from '@vaxcert/core/dcc'
import { compareBirthDates, type DateReason } from './compare-birth-dates.ts'
import { compareNames, type NameReason } from './compare-names.ts'
import type { IdentityPaper } from './identity-card.ts'

/** Why a field is not simply the same. */
export type MatchReason = NameReason | DateReason

/** How a field of a certificate and of an identity paper agree. */
export interface FieldMatch {
  readonly field: 'name' | 'birth-date'
  /** `similar`: a person must look; `unknown`: the paper or the certificate does not say. */
  readonly outcome: 'same' | 'similar' | 'different' | 'unknown'
  /** Absent only when the field is the same. */
  readonly why?: MatchReason
}

/**
 * Compares name and birth date, in this order, on what both say in full. `same` is said of a name only when every
 * letter, every mark and the order agree, or when a machine readable zone and the certificate's spelling for it do;
 * of a personal code, which tells no marks and which anybody can make, never. Whatever the texts, it does not throw.
 */
export function comparePaper(dcc: Dcc, paper: IdentityPaper): readonly FieldMatch[] {
  return [
    { field: 'name', ...compareNames(dcc.nam, paper) },
    { field: 'birth-date', ...compareBirthDates(dcc.dob, paper) },
  ]
}
