import { type Dose, Fault } from '@vaxcert/core'
import { contradiction } from '@vaxcert/core/issue'
import type { DoseFile, DoseRow } from './dose-file.ts'
import { doseOf, type Field, personOf } from './dose-row.ts'
import { lostRowsName } from './lost-rows.ts'

/** All doses of a person, or `record.timeline` when the rows do not tell which they are. */
export type Timeline = readonly Dose[] | Fault

/**
 * Puts together the doses of each person, by `person_id`. A row whose product or date cannot be read stays in
 * its person's timeline and so holds back the other doses too: without it their numbers would be guessed. So does
 * a line that cannot be read at all, when it names the person.
 */
export function timelinesOf(file: DoseFile, field: Field): ReadonlyMap<string, Timeline> {
  const rowsOf = rowsByPerson(file.rows, field)
  const isNamed = lostRowsName(file.rows, rowsOf.keys(), field)
  return new Map(
    Array.from(rowsOf, ([person, rows]) => {
      return [person, isNamed(person) ? refusal('a line about this person cannot be read') : timelineOf(rows, field)]
    }),
  )
}

function rowsByPerson(rows: readonly DoseRow[], field: Field): ReadonlyMap<string, readonly DoseRow[]> {
  const rowsOf = new Map<string, DoseRow[]>()
  for (const row of rows) {
    const person = field(row, 'person_id')
    const known = rowsOf.get(person)
    if (known === undefined) rowsOf.set(person, [row])
    else known.push(row)
  }
  return rowsOf
}

function timelineOf(rows: readonly DoseRow[], field: Field): Timeline {
  const why = contradiction(rows.map((row) => personOf(row, field)))
  return why === undefined ? rows.map((row) => doseOf(row, field)) : refusal(contradictions[why])
}

const contradictions = {
  'birth-date': 'one person_id with two dates of birth',
  name: 'one person_id with two names',
} as const

function refusal(why: string): Fault {
  return new Fault('record.timeline', why)
}
