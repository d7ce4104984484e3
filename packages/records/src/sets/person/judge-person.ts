import { tooMany } from '../../dose/series-rules.ts'
import type { DoseKey } from '../dose-key.ts'
import type { Group } from '../gathered.ts'
import { sharedNumber } from '../rules/person-rules.ts'
import { judgeSeries } from './judge-series.ts'
import { mergeDoubles } from './merge-doubles.ts'
import { judgePairs } from './near-doubles.ts'
import { judgeNumbersOf, peopleOf } from './people.ts'
import { type Judged, openRow, type PersonMeasures, rowsOf, type SetRow, tell } from './person.ts'
import { judgeSeveralNumbers } from './several-numbers.ts'

/**
 * What the rules over people say of the rows of one key, or of keys that were linked: who is who (ID-10), which rows are
 * one dose (DU-01, DU-02), which number is whose (ID-11, DU-05), what cannot be (DU-03, DU-04, DU-06), and the series.
 */
export function judgePerson({ rows, isPart }: Group<DoseKey>, measures: PersonMeasures): readonly SetRow[] {
  const judged = rows.map(openRow)
  if (isPart) judgeCrowd(judged)
  else judgePeople(judged, measures)
  return judged.map(({ key, ...said }) => ({ row: key.row, ...said }))
}

function judgePeople(rows: readonly Judged[], measures: PersonMeasures): void {
  const { limits } = measures
  const people = peopleOf(rows, limits.sameName)
  const shared = people.length > 1 ? judgeNumbersOf(people) : new Set<string>()
  for (const person of people) {
    const kept = mergeDoubles(person)
    if (person.length > 1) judgeSeveralNumbers(kept, shared)
    const isShared = person.some(({ key }) => shared.has(key.number)) || mayHoldStranger(person)
    const areDoubles = kept.length > 1 && judgePairs(kept, limits)
    judgeSeries(kept, { areDoubles, isShared }, measures)
  }
}

/** Whether a row is one of a person by its number alone: its name cannot be read, and birth date or sex is another. */
function mayHoldStranger(person: readonly Judged[]): boolean {
  return person.some(({ key }) => {
    return key.name === '' && person.some(({ key: other }) => other.birth !== key.birth || other.sex !== key.sex)
  })
}

/** More rows than any person has doses, of one number: nobody is told apart, and nothing is merged. */
function judgeCrowd(rows: readonly Judged[]): void {
  const all = rowsOf(rows.slice(0, 10))
  for (const row of rows) {
    const { number, day } = row.key
    if (number === '') tell(row, tooMany, 'dose_date', { before: day, others: all })
    else tell(row, sharedNumber, 'id_number', { before: number, others: all })
  }
}
