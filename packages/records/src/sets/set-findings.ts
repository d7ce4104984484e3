import type { CleansedRow } from '../cleanse/cleanse-row.ts'
import type { Database } from '../database/database.ts'
import { lotKey } from '../dose/lot-key.ts'
import { createKeys, keyCells, keyColumns } from './dose-key.ts'
import { gathered } from './gathered.ts'
import { linkKeys } from './links.ts'
import { createOutcomes, readOutcomes, writeOutcomes } from './outcomes.ts'
import { packedKey, unpackKey } from './packed-key.ts'
import { judgePerson } from './person/judge-person.ts'
import type { PersonMeasures, SetRow } from './person/person.ts'
import type { GivenCount, ReceivedLot } from './rules/counts.ts'
import { sqlFindings } from './set-rules.ts'

/** What the whole set is judged by. */
export interface SetMeasures extends PersonMeasures {
  /** Without counts nothing is said of sessions (DS-05, PR-05). */
  readonly given?: AsyncIterable<GivenCount>
  /** Without them nothing is said of stock (DS-05). */
  readonly received?: AsyncIterable<ReceivedLot>
}

/** What is done, in this order: keys are loaded and counted, linked, judged by person, by SQL; what was found is sorted. */
export type SetStep = 'keys' | 'links' | 'people' | 'rules' | 'order'

/** How far it is: the step that begins, or goes on after so many rows; without one all is done. */
export type SetProgress = (step?: SetStep, rows?: number) => void

/** Rows of one number that are told apart; more are no person's. */
const MOST_ROWS = 200

/** In one text, as many columns cost many times as much to fetch. */
const byPerson = `
  select coalesce(person_of.label, dose_key.key) as person, ${packedKey} as packed
  from dose_key left join person_of using (key) order by person, row`

const createKept = `
  create temporary view kept as select * from dose_key
  where not exists (select from outcome where outcome.row = dose_key.row and outcome.merged is not null)`

/**
 * What the whole set says of its rows: findings, doubles merged, places in series where they are asked for. In the rising
 * order of rows; of a row about which there is nothing to say, nothing. Any number of rows, in bounded memory: they lie in
 * temporary tables of `database`, which serves one run.
 */
export async function* setFindings(
  rows: AsyncIterable<CleansedRow>,
  measures: SetMeasures,
  database: Database,
  progress: SetProgress = () => {},
): AsyncGenerator<SetRow> {
  await loadKeys(rows, measures, database, progress)
  progress('links')
  await linkKeys(database)
  await database.query(createOutcomes)
  await writeOutcomes(database, people(measures, database, progress))
  progress('rules')
  await database.query('analyze outcome')
  await database.query(createKept)
  await writeOutcomes(database, sqlFindings(database, measures.limits))
  progress('order')
  yield* readOutcomes(database)
  progress()
}

async function loadKeys(
  rows: AsyncIterable<CleansedRow>,
  { codes, given, received }: SetMeasures,
  database: Database,
  progress: SetProgress,
): Promise<void> {
  await database.query(createKeys)
  await database.copyIn(
    'dose_key',
    keyColumns,
    mapped(rows, (row) => keyCells(row, codes)),
  )
  progress('keys')
  await database.query('analyze dose_key')
  await loadCounts(given ?? none(), received ?? none(), database)
}

async function loadCounts(
  given: AsyncIterable<GivenCount>,
  received: AsyncIterable<ReceivedLot>,
  database: Database,
): Promise<void> {
  const text = 'text collate "C" not null'
  await database.query(`create temporary table given_count (facility ${text}, day ${text}, given int not null)`)
  await database.query(`create temporary table received_lot (facility ${text}, lot ${text}, doses int not null)`)
  const counts = mapped(given, (count) => [count.facility, count.day, `${count.given}`])
  await database.copyIn('given_count', ['facility', 'day', 'given'], counts)
  const lots = mapped(received, ({ facility, lot, doses }) => [facility, lotKey(lot), `${doses}`])
  await database.copyIn('received_lot', ['facility', 'lot', 'doses'], lots)
}

async function* people(measures: SetMeasures, database: Database, progress: SetProgress): AsyncGenerator<SetRow> {
  let done = 0
  progress('people')
  const rows = database.rows<{ readonly person: string; readonly packed: string }>(byPerson)
  for await (const { rows: packed, isPart } of gathered(rows, ({ person }) => person, MOST_ROWS)) {
    yield* judgePerson({ rows: packed.map((row) => unpackKey(row.packed)), isPart }, measures)
    done += packed.length
    progress('people', done)
  }
}

async function* mapped<From, To>(items: AsyncIterable<From>, change: (item: From) => To): AsyncGenerator<To> {
  for await (const item of items) yield change(item)
}

async function* none(): AsyncGenerator<never> {}
