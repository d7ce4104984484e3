import { isDomestic } from '../dose/country.ts'
import { readNationality } from '../identity/nationality.ts'
import type { FieldValues } from '../record.ts'

/** Why an accepted certificate gives no dose abroad. */
export type AbroadCode = 'abroad.no-vaccination' | 'abroad.no-country' | 'abroad.domestic'

/**
 * What keeps the dose of a certificate, as `doseOfCertificate` gives it, from being taken as one given abroad; undefined
 * where nothing does. One without a country would pass for one given here, and needs no evidence then.
 */
export function abroadProblem(dose: Pick<FieldValues, 'country'> | undefined): AbroadCode | undefined {
  if (dose === undefined) return 'abroad.no-vaccination'
  if (readNationality(dose.country) === undefined) return 'abroad.no-country'
  return isDomestic(dose.country) ? 'abroad.domestic' : undefined
}
