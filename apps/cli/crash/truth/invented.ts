import type { PlannedDose } from '@vaxcert/batch/plan'

/** Doses that are handed in together: numbers, and some of earlier ones once more. */
export interface Handed {
  readonly from: number
  readonly count: number
  /** Numbers that are in the ledger already. */
  readonly again: readonly number[]
}

/** What must become of a dose, whatever happens on the way. */
export type Fate = 'issued' | 'refused' | 'held'

/** By its number alone: 1 % come in two versions, 1 % of nobody whom the register knows, 1 % are forgotten before they are issued. */
export function fateOf(number: number): Fate {
  if (isConflicting(number) || isUnknown(number)) return 'held'
  return isForgotten(number) ? 'refused' : 'issued'
}

export const SOURCE = 'crash'
export const CONFIRMED: string = 'c'.repeat(64)

/** Rows of it, as they come to planning: 5 % come twice. */
export function* rowsOf({ from, count, again }: Handed): Generator<PlannedDose> {
  for (let number = from; number < from + count; number += 1) {
    yield inventedDose(number)
    if (number % 20 === 7) yield inventedDose(number)
    if (isConflicting(number)) yield otherwise(inventedDose(number))
  }
  for (const number of again) yield number % 2 === 0 ? inventedDose(number) : otherwise(inventedDose(number))
}

/** How many rows that are, and of how many doses; and what must become of those. */
export interface HandedCounts extends Readonly<Record<Fate, number>> {
  readonly rows: number
  readonly distinct: number
  readonly conflicting: number
}

export function countsOf(handed: Handed): HandedCounts {
  const counts = { rows: 0, distinct: handed.count, conflicting: 0, issued: 0, refused: 0, held: 0 }
  for (const _ of rowsOf(handed)) counts.rows += 1
  for (let number = handed.from; number < handed.from + handed.count; number += 1) {
    counts[fateOf(number)] += 1
    if (isConflicting(number)) counts.conflicting += 1
  }
  return counts
}

function isConflicting(number: number): boolean {
  return number % 100 === 50
}

function isUnknown(number: number): boolean {
  return number % 97 === 13
}

function isForgotten(number: number): boolean {
  return number % 83 === 11
}

/** The same dose, said otherwise. */
function otherwise(dose: PlannedDose): PlannedDose {
  return { ...dose, person: { ...dose.person, birthDate: '1990-12-31' } }
}

/** What the certificate of a number says: of an invented person, who is known by nothing but the number in the name. */
export interface Said {
  readonly surname: string
  readonly given: string
  readonly birthDate: string
  readonly date: string
}

const syllables = ['Ba', 'Bi', 'Bu', 'Da', 'Di', 'Du', 'Ga', 'Go', 'Ha', 'Hi', 'Hu', 'Ka', 'La', 'Li', 'Lu', 'Na']

export function saidOf(number: number): Said {
  const digits = [...number.toString(syllables.length)]
  const given = digits.map((digit) => syllables[Number.parseInt(digit, syllables.length)]).join(' ')
  const day = new Date(Date.UTC(2021, 5, 1 + (number % 200)))
  return {
    surname: 'Mẫu',
    given,
    birthDate: `${1940 + (number % 60)}-0${1 + (number % 9)}-1${number % 10}`,
    date: day.toISOString().slice(0, 10),
  }
}

/** The number of whose certificate this is, by its given names in letters of a passport; undefined where it is nobody's. */
export function numberIn(gnt: string | undefined): number | undefined {
  const digits = (gnt ?? '').split('<').map((name) => syllables.findIndex((one) => one.toUpperCase() === name))
  if (digits.includes(-1)) return undefined
  return digits.reduce((number, digit) => number * syllables.length + digit, 0)
}

function inventedDose(number: number): PlannedDose {
  const { surname, given, birthDate, date } = saidOf(number)
  return {
    source: SOURCE,
    doseId: `${number}`,
    personId: `P${number}`,
    facility: `24${String(number % 500).padStart(3, '0')}`,
    entered: date,
    person: { name: { familyName: surname, givenNames: given }, birthDate },
    dose: { product: 'EU/1/20/1528', date, country: 'VN' },
    number: 1,
    identity: isUnknown(number) ? 'open' : 'verified',
    confirmation: CONFIRMED,
  }
}
