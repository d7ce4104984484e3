import { X509Certificate } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FieldValues, fields } from '@vaxcert/records'
import { fingerprint } from '@vaxcert/records/confirm'
import { csvLine } from '../../src/doses/csv-writer.ts'
import { kinhGivenNames, kinhSurname } from '../../src/invented/people/kinh-names.ts'
import { openNumbers } from '../../src/invented/people/numbers.ts'
import { type Random, randomOf } from '../../src/invented/random.ts'
import { identityMark } from '../../src/records/earlier-identities.ts'
import { type TextFile, textFile } from '../../src/records/text-file.ts'

/** Doses as `vaxcert cleanse` and `vaxcert match` would leave those of a province, of invented people. */
export interface GatedPlan {
  /** Rows that are handed in, those that come twice or in two versions among them. */
  readonly rows: number
  readonly seed: number
  /** PREFIX.pem of whoever confirms, and of two who approve. */
  readonly facility: string
  readonly approvers: readonly [string, string]
}

/** What must become of the rows. */
export interface GatedTally {
  readonly rows: number
  /** Rows that say again what another says. */
  readonly repeated: number
  /** Doses that come in two versions: none is certified. */
  readonly conflicting: number
  /** Doses of people whom the register does not know, and doses that nobody confirms. */
  readonly unverified: number
  readonly unconfirmed: number
  /** Doses that are certified: all others. */
  readonly planned: number
}

export const UNIT = 'doh-sample'
export const APPROVERS = ['Trần Thị Mẫu', 'Lê Văn Mẫu'] as const

const FACILITIES = 180
/** No unit answers for it. */
const UNANSWERED = '19999'
const DAY = 86_400_000
const FIRST = Date.UTC(2021, 5, 1)
const PRODUCTS = ['Pfizer', 'AstraZeneca', 'Moderna', 'Vero Cell'] as const

/**
 * Writes into a folder: `doses.csv`, what is handed in; `confirmed.csv`, each dose once, to be confirmed; `identities.csv`,
 * `units.json`, `approvers.json`. The same seed gives the same files.
 */
export function writeGatedDoses(folder: string, plan: GatedPlan): GatedTally {
  writeRegisters(folder, plan)
  const open = (name: string, columns: readonly string[]): TextFile => {
    const file = textFile(join(folder, name))
    file.write(csvLine(columns))
    return file
  }
  const handed = open('doses.csv', ['row', ...fields])
  const once = open('confirmed.csv', ['row', ...fields])
  const identities = open('identities.csv', ['dose_id', 'verified', 'edited', 'identity'])
  const tally = { rows: 0, repeated: 0, conflicting: 0, unverified: 0, unconfirmed: 0, planned: 0 }
  const hand = (dose: FieldValues): void => {
    tally.rows += 1
    handed.write(rowOf(tally.rows, dose))
  }
  for (const { dose, isKnown, isAnswered } of dosesOfAll(plan.seed)) {
    if (tally.rows === plan.rows) break
    hand(dose)
    once.write(rowOf(tally.rows, dose))
    identities.write(
      csvLine([dose.dose_id, isKnown ? '2022-05-20' : '', '2022-05-10', isKnown ? identityMark(dose) : '']),
    )
    const kind = kindOf(tally, { isKnown, isAnswered }, plan.rows)
    tally[kind] += 1
    if (kind === 'conflicting') hand({ ...dose, full_name: `${dose.full_name} Khác` })
    else if (kind === 'planned' && tally.planned % 20 === 0 && tally.rows < plan.rows) {
      hand(dose)
      tally.repeated += 1
    }
  }
  for (const file of [handed, once, identities]) file.close()
  return tally
}

/** One dose in a hundred comes in two versions, where both still have room. */
function kindOf(
  { rows }: { readonly rows: number },
  { isKnown, isAnswered }: { readonly isKnown: boolean; readonly isAnswered: boolean },
  most: number,
): 'planned' | 'conflicting' | 'unverified' | 'unconfirmed' {
  if (!isAnswered) return 'unconfirmed'
  if (!isKnown) return 'unverified'
  return rows % 100 === 50 && rows < most ? 'conflicting' : 'planned'
}

interface InventedDose {
  readonly dose: FieldValues
  readonly isKnown: boolean
  readonly isAnswered: boolean
}

const nothing = Object.fromEntries(fields.map((field) => [field, ''])) as FieldValues

/** One to three doses each, two in the mean; one person in a hundred is not known, one in two hundred was where nobody answers. */
function* dosesOfAll(seed: number): Generator<InventedDose> {
  const random = randomOf(seed)
  const numbers = openNumbers(seed)
  for (let person = 0; ; person += 1) {
    const [isKnown, isAnswered] = [person % 100 !== 13, person % 200 !== 77]
    const sex = random.below(2) === 0 ? 'male' : 'female'
    const year = 1935 + random.below(70)
    const whose = {
      ...nothing,
      person_id: `P${person}`,
      id_number: numbers.personal('019', sex, year),
      id_kind: 'cccd',
      full_name: `${kinhSurname(random)} ${kinhGivenNames(sex, random)}`,
      sex,
      birth_date: dayOf(Date.UTC(year, random.below(12), 1 + random.below(28))),
      nationality: 'VN',
      product: random.pick(PRODUCTS),
      country: 'VN',
      facility: isAnswered ? facilityCode(random.below(FACILITIES)) : UNANSWERED,
      status: 'live',
    }
    for (const dose of dosesOf(whose, person, random)) yield { dose, isKnown, isAnswered }
  }
}

function dosesOf(whose: FieldValues, person: number, random: Random): readonly FieldValues[] {
  let at = FIRST + random.below(150) * DAY
  return Array.from({ length: 1 + (person % 3) }, (_, index) => {
    const dose_date = dayOf(at)
    at += (28 + random.below(60)) * DAY
    const number = `${index + 1}`
    return {
      ...whose,
      dose_id: `D${person}-${number}`,
      lot: 'FK0112',
      dose_date,
      dose_number: number,
      entry_date: dose_date,
    }
  })
}

function rowOf(row: number, dose: FieldValues): string {
  return csvLine([`${row}`, ...fields.map((field) => dose[field])])
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

function facilityCode(number: number): string {
  return `19${String(number).padStart(3, '0')}`
}

function writeRegisters(folder: string, { facility, approvers }: GatedPlan): void {
  const facilities = Array.from({ length: FACILITIES }, (_, number) => facilityCode(number))
  const units = [{ unit: UNIT, certificate: printOf(facility), facilities }]
  const people = approvers.map((prefix, at) => ({ name: APPROVERS[at], certificate: printOf(prefix) }))
  writeFileSync(join(folder, 'units.json'), JSON.stringify({ units }))
  writeFileSync(join(folder, 'approvers.json'), JSON.stringify({ approvers: people }))
}

function printOf(prefix: string): string {
  return fingerprint(new X509Certificate(readFileSync(`${prefix}.pem`)).raw)
}
