import { readNationality } from '../identity/nationality.ts'

/** Whether a dose was given in Viet Nam: the record says so, or names no country. */
export function isDomestic(country: string): boolean {
  return country === 'VN' || country === '' || country.trim() === '' || readNationality(country) === 'VN'
}
