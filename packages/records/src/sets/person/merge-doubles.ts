import { readDoseClass, readDoseNumber } from '../../dose/dose-number.ts'
import type { DoseKey } from '../dose-key.ts'
import { exactDouble, sameDose } from '../rules/person-rules.ts'
import { type Judged, rowsOf, tell } from './person.ts'
import { areOneName, hasMarks } from './same-name.ts'

/**
 * DU-01 and DU-02, the only merges that no person confirms: of rows that certainly are one dose the one that says most
 * is kept, of equal ones the first. Answers the rows kept.
 */
export function mergeDoubles(person: readonly Judged[]): readonly Judged[] {
  const once = mergeAll(person, exactDouble, (a, b) => a.hash === b.hash)
  return mergeAll(once, sameDose, areSameDose)
}

/** Each group is of rows that are all doubles of one another: what is like two others does not make them alike. */
function mergeAll(
  rows: readonly Judged[],
  rule: typeof sameDose,
  areDoubles: (a: DoseKey, b: DoseKey) => boolean,
): readonly Judged[] {
  if (rows.length < 2) return rows
  const groups: Judged[][] = []
  for (const row of rows.toSorted(richerFirst)) {
    const group = groups.find((members) => members.every(({ key }) => areDoubles(key, row.key)))
    if (group === undefined) groups.push([row])
    else group.push(row)
  }
  return groups.map((group) => keepFirst(group, rule)).sort((a, b) => a.key.row - b.key.row)
}

function richerFirst({ key: a }: Judged, { key: b }: Judged): number {
  return Number(b.agrees) - Number(a.agrees) || b.filled - a.filled || a.row - b.row
}

function keepFirst([kept, ...doubles]: readonly Judged[], rule: typeof sameDose): Judged {
  const first = kept as Judged
  for (const double of doubles) {
    double.mergedInto = first.key.row
    const before = rule === exactDouble ? '' : double.key.day
    tell(double, rule, rule.fields[0] as 'dose_date', { before, applied: true, others: rowsOf([first]) })
  }
  return first
}

/** One person, product, day and facility, and nothing that speaks against it. */
function areSameDose(a: DoseKey, b: DoseKey): boolean {
  const isOneEvent = a.product !== '' && a.product === b.product && a.day !== '' && a.day === b.day
  if (!isOneEvent || a.facility === '' || a.facility !== b.facility || a.given !== b.given) return false
  if (a.domestic !== b.domestic || !mayBeEqual(a.lot, b.lot) || !mayBeEqual(a.sex, b.sex)) return false
  if (!mayBeEqual(a.person_id, b.person_id)) return false
  return haveOneNumber(a, b) && (isSurePerson(a, b) || isSureNamesake(a, b))
}

/** Dose numbers and classes as they are typed, where both say one. */
function haveOneNumber(a: DoseKey, b: DoseKey): boolean {
  const classes = [a, b].map((key) => readDoseClass(key.dose_class) ?? readDoseClass(key.dose_number) ?? '')
  const numbers = [a, b].map((key) => `${readDoseNumber(key.dose_number) ?? ''}`)
  return mayBeEqual(classes[0] ?? '', classes[1] ?? '') && mayBeEqual(numbers[0] ?? '', numbers[1] ?? '')
}

/**
 * The same number, name and birth date. Without marks the names of twins are one: then the number must fit sex and birth
 * year, and so is not their mother's.
 */
function isSurePerson(a: DoseKey, b: DoseKey): boolean {
  if (a.number === '' || a.number !== b.number || a.name === '' || b.name === '') return false
  if (a.birth === '' || b.birth === '') return false
  const isOneDay = a.birth.startsWith(b.birth) || b.birth.startsWith(a.birth)
  const isSureName = (a.name === b.name && hasMarks(a.name)) || a.agrees || b.agrees
  return isOneDay && isSureName && areOneName(a.name, b.name)
}

/**
 * Where a number is missing: a name with its marks, a whole birth date, sex, phone and lot. Twins have other names; but
 * on 1 January, and on a nurse's phone, there are namesakes.
 */
function isSureNamesake(a: DoseKey, b: DoseKey): boolean {
  if ((a.number !== '' && b.number !== '') || a.birth.endsWith('-01-01')) return false
  const isOneName = a.name === b.name && hasMarks(a.name) && a.birth.length === 10 && a.birth === b.birth
  const phone = a.phone || a.guardian_phone
  return (
    isOneName &&
    a.sex !== '' &&
    a.sex === b.sex &&
    phone !== '' &&
    phone === (b.phone || b.guardian_phone) &&
    a.lot !== '' &&
    a.lot === b.lot
  )
}

function mayBeEqual(a: string, b: string): boolean {
  return a === b || a === '' || b === ''
}
