import { isDomestic } from '../dose/country.ts'
import { isEvidence } from '../dose/evidence.ts'
import type { FieldValues } from '../record.ts'

/**
 * Whether a dose counts in its person's series though no unit here can confirm it: it was given abroad, and something
 * shows it. Viet Nam signs nothing for it.
 */
export function countsUnconfirmed({ country, evidence }: Pick<FieldValues, 'country' | 'evidence'>): boolean {
  return !isDomestic(country) && isEvidence(evidence)
}
