import { provinces2004 } from '../codes/provinces-2004.ts'
import type { PersonalNumber } from './id-number.ts'

/** First three digits that a province may give (Circular 07/2016/TT-BCA, annex 1). */
const registries: ReadonlySet<string> = new Set(provinces2004.map(({ code }) => `0${code}`))

/** What 12 digits say: PPP G YY NNNNNN. Whether it can be true is for others to ask. */
export function personalNumber(digits: string): PersonalNumber {
  const century = digits.charCodeAt(3) - 0x30
  const birthYear = 1900 + (century >> 1) * 100 + Number(digits.slice(4, 6))
  return { kind: 'personal', digits, province: digits.slice(0, 3), birthYear, sex: century % 2 ? 'female' : 'male' }
}

/** Whether a province of the country registered the birth: a code of the 63, which those of 2025 are among. */
export function isRegistry(province: string): boolean {
  return registries.has(province)
}

/** Whether births abroad are registered under it: a country's code. Which there are was not to be found. */
export function isForeignRegistry(province: string): boolean {
  return province.charCodeAt(0) > 0x30
}

/** Whether 12 digits may be the number of somebody born here until today, with the birth registered in a province. */
export function isSound({ province, birthYear }: PersonalNumber): boolean {
  return isRegistry(province) && birthYear < 2100
}
