import { comparableName, comparedName, nameKey, nameScore } from '../names/index.ts'
import { type CommuneKeys, communeKey } from './commune-key.ts'
import { isNumberSlip } from './number-slip.ts'
import type { RegisteredPerson, Wanted } from './register.ts'

/** How far each field of a declared person agrees with one of the register; `silent` where one of them says nothing. */
export interface Levels {
  readonly number: 'equal' | 'slip' | 'last-six' | 'old' | 'other' | 'silent'
  readonly name: 'equal' | 'letters' | 'near' | 'alike' | 'other' | 'silent'
  readonly birthDate: 'equal' | 'new-year' | 'turned' | 'digit' | 'year' | 'other' | 'silent'
  readonly sex: 'equal' | 'other' | 'silent'
  readonly commune: 'equal' | 'other' | 'silent'
  readonly phone: 'equal' | 'other' | 'silent'
  readonly household: 'equal' | 'other' | 'silent'
}

export const comparedFields = ['number', 'name', 'birthDate', 'sex', 'commune', 'phone', 'household'] as const

/** Token scores from which names are near, and alike (vietnam.md §7.2, steps 6 and 7). */
const NEAR = 0.85
const ALIKE = 0.7

export interface ComparedPair {
  readonly levels: Levels
  /** Token score of the names, 0 to 1. */
  readonly nameScore: number
}

/** Compares field by field. `currentNumbers` are those that replaced the declared one. */
export function compare(
  wanted: Wanted,
  found: RegisteredPerson,
  currentNumbers: readonly string[],
  communes: CommuneKeys,
): ComparedPair {
  const name = comparableName(found.name)
  const score = name === wanted.name ? 1 : nameScore(comparedName(wanted.name), comparedName(name))
  const levels: Levels = {
    number: numberLevel(wanted.number, found.number, currentNumbers),
    name: nameLevel(wanted.name, name, score),
    birthDate: birthLevel(wanted.birthDate, found.birthDate),
    sex: level(wanted.sex, found.sex),
    commune: level(wanted.commune, communeKey(found.commune, communes)),
    phone: level(wanted.phone, found.phone),
    household: level(wanted.household, found.household),
  }
  return { levels, nameScore: score }
}

function level(a: string, b: string): 'equal' | 'other' | 'silent' {
  if (a === '' || b === '') return 'silent'
  return a === b ? 'equal' : 'other'
}

function numberLevel(declared: string, found: string, currentNumbers: readonly string[]): Levels['number'] {
  if (currentNumbers.includes(found)) return 'old'
  // The number of an old card says nothing against a personal number.
  if (declared === '' || found === '' || declared.length !== found.length) return 'silent'
  if (declared === found) return 'equal'
  if (isNumberSlip(declared, found)) return 'slip'
  return declared.slice(-6) === found.slice(-6) ? 'last-six' : 'other'
}

function nameLevel(declared: string, found: string, score: number): Levels['name'] {
  if (declared === '') return 'silent'
  if (declared === found) return 'equal'
  if (nameKey(declared) === nameKey(found)) return 'letters'
  if (score >= NEAR) return 'near'
  return score >= ALIKE ? 'alike' : 'other'
}

function birthLevel(declared: string, found: string): Levels['birthDate'] {
  if (declared === '' || found === '') return 'silent'
  if (declared === found) return declared.length === 10 && !declared.endsWith('-01-01') ? 'equal' : 'new-year'
  const [year = '', month = '', day = ''] = declared.split('-')
  if (found === `${year}-${day}-${month}`) return 'turned'
  if (declared.length === 10 && found.length === 10 && isNumberSlip(declared, found)) return 'digit'
  return found.startsWith(year) ? 'year' : 'other'
}
