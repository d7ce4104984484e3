import { columnFormsOf } from './column-forms.ts'
import { soilColumns } from './dirt/column-dirt.ts'
import { type DoubleRow, doubleOf } from './dirt/doubles.ts'
import { personDirtOf, type RowSurroundings, soil } from './dirt/person-dirt.ts'
import { note } from './dirt/plant.ts'
import type { Dose } from './doses/dose.ts'
import { dosesOf } from './doses/timeline.ts'
import { type Making, makeHousehold } from './people/households.ts'
import { openNumbers } from './people/numbers.ts'
import type { Person } from './people/person.ts'
import type { SamplePlan } from './plan.ts'
import { makeProvince } from './province.ts'
import { quota } from './quota.ts'
import { type Random, randomOf } from './random.ts'
import { rightRow, type SampleRow } from './sample-row.ts'
import { shuffle } from './shuffle.ts'

/** Who is told what a sample holds, as it comes about. */
export interface SampleSink {
  person(person: Person): void
  /** A dose as counted on paper, whether it was entered or not. */
  given(dose: Dose): void
  /** `double.of`: number of the row that tells of the same dose. Rows come numbered from 1. */
  row(row: SampleRow, number: number, double?: { readonly of: number; readonly rule: string }): void
}

export type SampleGround = Omit<RowSurroundings, 'seed'>

/** The province and the columns of a plan: the same for the same seed. */
export function groundOf({ seed, dirt, given, province }: SamplePlan): SampleGround {
  const forms = columnFormsOf(dirt, randomOf(seed, 101))
  return { dirt, forms, province: makeProvince(given, randomOf(seed, 102), province) }
}

interface Waiting {
  readonly row: SampleRow
  readonly double?: { readonly of: number; readonly rule: string }
}

/** Makes the whole sample, household by household, in memory that does not grow with it. */
export function makeSample(plan: SamplePlan, ground: SampleGround, sink: SampleSink): void {
  const around = { ...ground, seed: plan.seed }
  const making = { province: ground.province, numbers: openNumbers(plan.seed), seed: plan.seed }
  const isEntered = quota(plan.entered, plan.given, randomOf(plan.seed, 104))
  const handOn = openRows(plan, around, sink)
  let left = plan.given
  for (const person of people(making)) {
    if (left === 0) break
    const doses = dosesOf(person, ground.province, plan.seed).slice(0, left)
    left -= doses.length
    sink.person(person)
    for (const dose of doses) sink.given(dose)
    const entered = doses.filter(() => isEntered.next())
    for (const row of rowsOf(person, entered, around)) handOn.put({ row })
  }
  handOn.end()
}

function* people(making: Making): Generator<Person> {
  let next = 1
  for (let household = 1; ; household += 1) {
    const members = makeHousehold(household, next, making)
    next += members.length
    yield* members
  }
}

function rowsOf(person: Person, entered: readonly Dose[], around: RowSurroundings): readonly SampleRow[] {
  const dirt = personDirtOf(person, entered.length, around)
  return entered.map((dose, at) => {
    const random = randomOf(around.seed, person.id, 30 + dose.number)
    const doseId = `D${String(person.id).padStart(8, '0')}${dose.number}`
    const row = rightRow(person, dose, { doseId, ...around, random })
    soil(row, dirt, around)
    // A dose before it was never entered.
    if (dose.number > at + 1) note(row, 'dose_number', 'DS-13')
    soilColumns(row, around)
    return row
  })
}

/** Rows in the order of the file; a double comes some thousand rows after its original. */
function openRows(plan: SamplePlan, around: RowSurroundings, sink: SampleSink) {
  const random: Random = randomOf(plan.seed, 105)
  let rows = 0
  const waiting = shuffle<Waiting>(random, ({ row, double }) => {
    rows += 1
    sink.row(row, rows, double)
    const next: DoubleRow | undefined =
      plan.hasDoubles && double === undefined ? doubleOf(row, around.dirt, { ...around, random }) : undefined
    if (next !== undefined) waiting.put({ row: next.row, double: { of: rows, rule: next.rule } })
  })
  return waiting
}
