import { copyBatches } from '../database/copy-batches.ts'
import type { Database } from '../database/database.ts'
import { declaredPeople } from './dose-people.ts'
import { type MatchMeans, matchPeople, type Outcome } from './match-people.ts'

/** People who are asked about together. */
const BATCH = 2_000

/** What becomes of a dose. */
export interface SettledDose {
  readonly row: number
  readonly outcome: Outcome
  /** How many other people are declared under the same number. */
  readonly others: number
  /** Another row of the same person that was declared otherwise; `isNear`: too few days lie between the two doses. */
  readonly link?: { readonly row: number; readonly isNear: boolean }
}

/** Two doses of one person lie so many days apart at least, or one of them is looked at (`Limits.hardInterval`). */
export interface SettleLimits {
  readonly hardInterval: number
}

/**
 * Asks about all loaded doses; `progress` is told how many people are done. Who the register called right twice as they
 * were declared, though they differ, is `unknown`: it contradicts itself.
 */
export async function settlePeople(
  database: Database,
  means: MatchMeans,
  { hardInterval }: SettleLimits,
  progress: (people: number) => void,
): Promise<void> {
  const columns = ['person', 'kind', 'number', 'is_declared', 'said']
  await database.query(
    `create temporary table outcome (person int not null, kind text not null, number text collate "C" not null,
      is_declared bool not null, said text not null)`,
  )
  await copyBatches(database, 'outcome', columns, outcomeCells(database, means, progress))
  for (const step of [...contradicted, ...linked(hardInterval)]) await database.query(step)
}

async function* outcomeCells(
  database: Database,
  means: MatchMeans,
  progress: (people: number) => void,
): AsyncGenerator<readonly string[]> {
  let done = 0
  for await (const people of declaredPeople(database, BATCH)) {
    const outcomes = await matchPeople(people, means)
    for (const [at, outcome] of outcomes.entries()) {
      const number = outcome.kind === 'right' ? rightNumber(outcome, people[at]?.declared.number ?? '') : ''
      const isDeclared = outcome.kind === 'right' && outcome.by === 'declared'
      yield [`${outcome.person}`, outcome.kind, number, isDeclared ? 't' : 'f', JSON.stringify(outcome)]
    }
    done += people.length
    progress(done)
  }
}

function rightNumber({ by }: Extract<Outcome, { kind: 'right' }>, declared: string): string {
  return by === 'declared' ? declared : by.identity.number
}

const contradicted = [
  'create index on outcome (person)',
  'analyze outcome',
  `update outcome set kind = 'unknown', number = '' where kind = 'right' and is_declared and number in (
    select number from outcome where kind = 'right' and is_declared group by number having count(*) > 1)`,
]

/** Rows of people who were declared in several ways; the way that was right as declared leads. */
function linked(days: number): readonly string[] {
  return [
    `create temporary table linked_dose as
      select dose.row, outcome.number, outcome.person, dose.day,
        first_value(outcome.person) over (partition by outcome.number order by outcome.is_declared desc, outcome.person) as lead
      from outcome
      join (select number from outcome where kind = 'right' group by number having count(*) > 1) several using (number)
      join declared_person on declared_person.person = outcome.person
      join dose_to_match dose on dose.key = declared_person.key
      where outcome.kind = 'right'`,
    'create index on linked_dose (number)',
    'analyze linked_dose',
    `create temporary table dose_link as
      select mine.row, coalesce(near.row, mine.lead) as other, near.row is not null as is_near
      from linked_dose mine left join lateral (
        select min(other.row) as row from linked_dose other
        where other.number = mine.number and other.person <> mine.person
          and (other.person = mine.lead or mine.person <> mine.lead and other.person < mine.person)
          and mine.day ~ '^\\d{4}-\\d\\d-\\d\\d$' and other.day ~ '^\\d{4}-\\d\\d-\\d\\d$'
          and abs(mine.day::date - other.day::date) < ${Number(days)}
      ) near on true
      where mine.person <> mine.lead`,
    'create index on dose_link (row)',
    'analyze dose_link',
  ]
}

interface SettledRow {
  readonly row: number
  readonly kind: Outcome['kind']
  readonly said: string
  readonly others: number
  readonly other: number | null
  readonly is_near: boolean | null
}

const settled = `
  select dose.row, outcome.kind, outcome.said, dose_link.other, dose_link.is_near,
    case when one.number = '' then 0 else sharing.people - 1 end as others
  from dose_to_match dose
  join declared_person one on one.key = dose.key
  join outcome on outcome.person = one.person
  join (select number, count(*)::int as people from declared_person group by number) sharing on sharing.number = one.number
  left join dose_link on dose_link.row = dose.row
  order by dose.row`

/** What became of every loaded dose, in the rising order of rows. */
export async function* settledDoses(database: Database): AsyncGenerator<SettledDose> {
  for await (const { row, kind, said, others, other, is_near: isNear } of database.rows<SettledRow>(settled)) {
    const outcome = JSON.parse(said) as Outcome
    const link = other === null ? {} : { link: { row: other, isNear: isNear === true } }
    yield {
      row,
      others,
      outcome: kind === outcome.kind ? outcome : { kind: 'unknown', person: outcome.person },
      ...link,
    }
  }
}
