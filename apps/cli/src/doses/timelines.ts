import type { Dose } from '@vaxcert/core'
import type { DoseFile, DoseRow } from './dose-file.ts'
import { doseOf, type Field } from './dose-row.ts'

/** All doses of a person. Undefined when the rows speak of two people. */
export type Timeline = readonly Dose[] | undefined

/**
 * Puts together the doses of each person, by `person_id`. A row whose product or date cannot be read stays in
 * its person's timeline and so holds back the other doses too: without it their numbers would be guessed.
 */
export function timelinesOf(file: DoseFile, field: Field): ReadonlyMap<string, Timeline> {
  const rowsOf = new Map<string, DoseRow[]>()
  for (const row of file.rows) {
    const person = field(row, 'person_id')
    const known = rowsOf.get(person)
    if (known === undefined) rowsOf.set(person, [row])
    else known.push(row)
  }
  return new Map(Array.from(rowsOf, ([person, rows]) => [person, timelineOf(rows, field)] as const))
}

/** Dates of birth agree when each, sorted, begins with the one before: "1990", "1990-03", "1990-03-12". */
function timelineOf(rows: readonly DoseRow[], field: Field): Timeline {
  const births = rows.map((row) => field(row, 'birth_date')).toSorted()
  const agree = births.every((birth, index) => birth.startsWith(births[index - 1] ?? ''))
  return agree ? rows.map((row) => doseOf(row, field)) : undefined
}
