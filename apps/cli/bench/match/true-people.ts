import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { groundOf, makeSample } from '../../src/invented/make-sample.ts'
import type { Person } from '../../src/invented/people/person.ts'
import { planOf } from '../../src/invented/plan.ts'
import type { Part } from '../truth/parts.ts'

/** Who is meant, in truth, by each row of a sample. */
export type TruePeople = ReadonlyMap<number, Person>

/** The people are made once more from the seed; truth.ndjson says whose row is whose. */
export function truePeople({ doses, seed, dirt }: Part, folder: string): TruePeople {
  const plan = planOf(doses, seed, dirt)
  const people = new Map<number, Person>()
  makeSample(plan, groundOf(plan), { person: (person) => people.set(person.id, person), given() {}, row() {} })
  const rows = new Map<number, Person>()
  for (const line of readFileSync(join(folder, 'truth.ndjson'), 'utf8').split('\n')) {
    const told = /^\{"row":(\d+),"person":(\d+),/.exec(line)
    const person = people.get(Number(told?.[2]))
    if (person !== undefined) rows.set(Number(told?.[1]), person)
  }
  return rows
}
