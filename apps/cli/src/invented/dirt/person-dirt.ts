import type { Dirt } from '../column-forms.ts'
import type { Person } from '../people/person.ts'
import { randomOf } from '../random.ts'
import type { SampleRow } from '../sample-row.ts'
import { strangeOfPeople, strangeOfRows } from '../strange/kinds.ts'
import { birthErrors, clerkErrors } from './birth-errors.ts'
import { contactErrors } from './contact-errors.ts'
import { doseErrors } from './dose-errors.ts'
import { nameErrors } from './name-errors.ts'
import { numberErrors } from './number-errors.ts'
import { type PlantKind, plantAs, type Surroundings } from './plant.ts'
import { productErrors } from './product-errors.ts'

/** What is wrong with a person's data, in all rows or in one. */
export type PersonDirt = readonly {
  readonly kind: PlantKind
  readonly seed: number
  readonly onlyDose: number | undefined
}[]

export type RowSurroundings = Omit<Surroundings, 'random'> & { readonly dirt: Dirt; readonly seed: number }

const ofPeople = [...numberErrors, ...nameErrors, ...birthErrors, ...contactErrors]
const ofRows = [...clerkErrors, ...doseErrors, ...productErrors]
const levels = { light: 0, real: 1, harsh: 2, strange: 0 } as const

/** Seven of ten errors were typed once and stand in every row of the person. */
export function personDirtOf(person: Person, doses: number, { dirt, seed }: RowSurroundings): PersonDirt {
  const random = randomOf(seed, person.id, 3)
  return (dirt === 'strange' ? strangeOfPeople : ofPeople)
    .filter(({ rates }) => random.happens(rates[levels[dirt]]))
    .map((kind) => ({
      kind,
      seed: random.below(2 ** 31),
      onlyDose: random.happens(300_000) ? 1 + random.below(doses) : undefined,
    }))
}

/** Plants a person's errors in one of the rows, then those of the row itself. */
export function soil(row: SampleRow, personDirt: PersonDirt, around: RowSurroundings): void {
  if (!row.person.knowsNumber) plantAs(row, 'id_number', 'ID-01', '', row.person.number)
  for (const { kind, seed, onlyDose } of personDirt) {
    if (onlyDose === undefined || onlyDose === row.dose.number) kind.plant(row, { ...around, random: randomOf(seed) })
  }
  const random = randomOf(around.seed, row.person.id, 10 + row.dose.number)
  for (const { rates, plant } of around.dirt === 'strange' ? strangeOfRows : ofRows) {
    if (random.happens(rates[levels[around.dirt]])) plant(row, { ...around, random })
  }
}
