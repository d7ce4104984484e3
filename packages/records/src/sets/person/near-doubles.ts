import type { Limits } from '../../cleanse/limits.ts'
import { daysBetween } from '../../dates/days.ts'
import { readDoseClass, readDoseNumber } from '../../dose/dose-number.ts'
import { isOneSlip } from '../../names/score.ts'
import type { DoseKey } from '../dose-key.ts'
import { sameDose, sameNumberSoon, twoPersons, twoSites } from '../rules/person-rules.ts'
import { type Judged, rowsOf, tell } from './person.ts'

/** Two rows kept of one person, the earlier first. */
interface Pair {
  readonly a: Judged
  readonly b: Judged
  readonly days: number
}

/**
 * Pairs of doses that cannot both be right: DU-06, DU-03, DU-04, each told on both rows, and of a pair only the first
 * that fits; and DU-02 where a merge would not be certain. Answers whether there was one.
 */
export function judgePairs(person: readonly Judged[], limits: Limits): boolean {
  let isAny = judgeRepeated(person)
  for (const pair of nearPairs(person, limits)) {
    const rule = ruleOf(pair, limits)
    if (rule === undefined) continue
    isAny = true
    const field = rule.fields[0] as 'facility' | 'dose_number' | 'birth_date' | 'dose_date'
    for (const [one, other] of [[pair.a, pair.b] as const, [pair.b, pair.a] as const])
      tell(one, rule, field, { before: beforeOf(one.key, field), others: [other.key.row] })
  }
  return isAny
}

/** Rows that say all the same, of a day, a facility or a vaccine that nobody knows: typed or sent twice (DU-02). */
function judgeRepeated(person: readonly Judged[]): boolean {
  const byContent = new Map<string, Judged[]>()
  for (const row of person) {
    const { day, given, content, facility, product } = row.key
    const isPaired = day !== '' && given && facility !== '' && product !== ''
    if (!isPaired && content !== '') byContent.set(content, [...(byContent.get(content) ?? []), row])
  }
  const repeated = [...byContent.values()].filter((rows) => rows.length > 1)
  for (const rows of repeated) {
    for (const row of rows) tell(row, sameDose, 'dose_date', { before: row.key.day, others: rowsOf(rows) })
  }
  return repeated.length > 0
}

function ruleOf(pair: Pair, limits: Limits): typeof twoSites | undefined {
  if (areTwoPersons(pair, limits)) return twoPersons
  if (isTwoSites(pair, limits)) return twoSites
  if (isSameDay(pair)) return sameDose
  return isSameNumber(pair, limits) ? sameNumberSoon : undefined
}

function* nearPairs(person: readonly Judged[], { sameDoseNumber, twoSites }: Limits): Generator<Pair> {
  const doses = person.filter(({ key }) => key.day !== '' && key.given)
  const inOrder = doses.sort((a, b) => (a.key.day < b.key.day ? -1 : a.key.day > b.key.day ? 1 : a.key.row - b.key.row))
  for (const [at, a] of inOrder.entries()) {
    for (const b of inOrder.slice(at + 1)) {
      const days = daysBetween(a.key.day, b.key.day)
      if (days > Math.max(sameDoseNumber, twoSites)) break
      yield { a, b, days }
    }
  }
}

function isTwoSites({ a: { key: a }, b: { key: b }, days }: Pair, limits: Limits): boolean {
  if (days > limits.twoSites || a.product === '' || a.product !== b.product) return false
  return a.facility !== '' && b.facility !== '' && a.facility !== b.facility
}

/** What DU-02 would merge if more were certain. */
function isSameDay({ a: { key: a }, b: { key: b }, days }: Pair): boolean {
  return days === 0 && a.product !== '' && a.product === b.product && a.facility !== '' && a.facility === b.facility
}

function isSameNumber({ a: { key: a }, b: { key: b }, days }: Pair, limits: Limits): boolean {
  if (days > limits.sameDoseNumber) return false
  const number = readDoseNumber(a.dose_number)
  return number !== undefined && number === readDoseNumber(b.dose_number) && classOf(a) === classOf(b)
}

/** Born on days that no slip makes one of the other, or of both sexes beside another year; and vaccinated within days. */
function areTwoPersons({ a: { key: a }, b: { key: b }, days }: Pair, limits: Limits): boolean {
  if (days >= limits.hardInterval || a.birth.length < 10 || b.birth.length < 10) return false
  return a.birth.slice(0, 4) !== b.birth.slice(0, 4) && !isOneSlip(digits(a), digits(b))
}

function digits({ birth }: DoseKey): string {
  return birth.replaceAll('-', '')
}

function classOf(key: DoseKey): string {
  return readDoseClass(key.dose_class) ?? readDoseClass(key.dose_number) ?? ''
}

function beforeOf(key: DoseKey, field: 'facility' | 'dose_number' | 'birth_date' | 'dose_date'): string {
  if (field === 'facility') return key.facility
  if (field === 'birth_date') return key.birth
  return field === 'dose_date' ? key.day : key.dose_number
}
