import type { Database } from '../database/database.ts'
import { readIdNumber } from '../identity/read-id-number.ts'
import { readPhone } from '../identity/read-phone.ts'
import type { FieldValues } from '../record.ts'
import { type CommuneKeys, communeKey } from './commune-key.ts'
import { type Declared, declaredOf } from './declared.ts'
import type { DeclaredPerson, Knowledge } from './match-people.ts'

/** A dose of which the register is to be asked who it is about. */
export interface DoseToMatch {
  readonly row: number
  readonly values: Readonly<FieldValues>
}

/** A number of an old card, or a cancelled one, and the number that holds now. */
export interface OldNumber {
  readonly old: string
  readonly current: string
}

const text = 'text collate "C" not null'
const doseColumns = ['row', 'key', 'number', 'old', 'commune', 'phone', 'household', 'day']

/** All rows of one key agree in all that is asked; of the rest only what they agree in counts. */
const gather = `
  create temporary table declared_person as
  select min(row) as person, key, min(number) as number, count(*)::int as doses, ${['commune', 'phone', 'household']
    .map((name) => `case when min(${name}) = max(${name}) then min(${name}) else '' end as ${name}`)
    .join(', ')}
  from dose_to_match group by key`

/** A row may itself say which number of an old card its own replaced. */
const declareOld = `
  insert into old_number select distinct old, number from dose_to_match where old <> '' and length(number) = 12`

const prepare = [
  gather,
  declareOld,
  'create index on declared_person (person)',
  'create index on declared_person (number)',
  'create index on declared_person (key)',
  'create index on old_number (old)',
  ...['dose_to_match', 'declared_person', 'old_number'].map((table) => `analyze ${table}`),
]

/**
 * Puts doses and old numbers into temporary tables, and the doses together by who they declare. Once in a database.
 * Answers how many people were declared.
 */
export async function loadDoses(
  doses: AsyncIterable<DoseToMatch>,
  oldNumbers: Iterable<OldNumber> | AsyncIterable<OldNumber>,
  communes: CommuneKeys,
  database: Database,
): Promise<number> {
  await database.query(
    `create temporary table dose_to_match (row int not null, ${doseColumns
      .slice(1)
      .map((name) => `${name} ${text}`)
      .join(', ')})`,
  )
  await database.query(`create temporary table old_number (old ${text}, current ${text})`)
  await database.copyIn('dose_to_match', doseColumns, doseCells(doses, communes))
  await database.copyIn('old_number', ['old', 'current'], oldCells(oldNumbers))
  for (const step of prepare) await database.query(step)
  const [count] = await database.query<{ readonly people: number }>(
    'select count(*)::int as people from declared_person',
  )
  return count?.people ?? 0
}

async function* doseCells(doses: AsyncIterable<DoseToMatch>, communes: CommuneKeys): AsyncGenerator<readonly string[]> {
  for await (const { row, values } of doses) {
    const declared = declaredOf(values)
    const old = values.old_id_number === '' ? undefined : readIdNumber(values.old_id_number)
    const numbers = [declared.number, old?.kind === 'cmnd' ? old.digits : '']
    const contact = [communeKey(values.commune, communes), phoneOf(values.phone), values.household]
    yield [`${row}`, JSON.stringify(declared), ...numbers, ...contact, values.dose_date]
  }
}

async function* oldCells(
  oldNumbers: Iterable<OldNumber> | AsyncIterable<OldNumber>,
): AsyncGenerator<readonly string[]> {
  for await (const { old, current } of oldNumbers) yield [old, current]
}

function phoneOf(said: string): string {
  const phone = readPhone(said)
  return phone.kind === 'mobile' || phone.kind === 'no-trunk' || phone.kind === 'several' ? phone.digits : ''
}

interface PersonRow extends Omit<DeclaredPerson, 'declared'> {
  readonly key: string
}

/** The declared people in the order of their numbers, some at a time. */
export async function* declaredPeople(database: Database, batch: number): AsyncGenerator<readonly DeclaredPerson[]> {
  const rows = database.rows<PersonRow>(
    'select person, key, commune, phone, household from declared_person order by person',
  )
  let people: DeclaredPerson[] = []
  for await (const { key, ...row } of rows) {
    people.push({ ...row, declared: JSON.parse(key) as Declared })
    if (people.length < batch) continue
    yield people
    people = []
  }
  yield people
}

/** Names under one number that are thought of: six questions are asked at most, and a number pasted down has thousands. */
const MOST_NAMES = 50

/** What the loaded doses and lists say beside the register. */
export function knowledgeOf(database: Database): Knowledge {
  return {
    async hints(people) {
      const numbers = people.map(({ declared }) => declared.number).filter((number) => number !== '')
      const names = new Map<string, string[]>()
      for (const { number, key } of await keysUnder(numbers, database))
        names.set(number, [...(names.get(number) ?? []), (JSON.parse(key) as Declared).name])
      const currents = await currentsOf(
        people.flatMap(({ declared }) => [declared.number, declared.padded]),
        database,
      )
      return people.map(({ declared: { number, padded } }) => ({
        names: (names.get(number) ?? []).slice(0, MOST_NAMES),
        currentNumbers: [...(currents.get(number) ?? []), ...(currents.get(padded) ?? [])],
      }))
    },
  }
}

function keysUnder(
  numbers: readonly string[],
  database: Database,
): Promise<readonly { readonly number: string; readonly key: string }[]> {
  return database.query('select number, key from declared_person where number = any($1::text[]) order by person', [
    numbers,
  ])
}

async function currentsOf(
  numbers: readonly string[],
  database: Database,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await database.query<{ readonly old: string; readonly currents: readonly string[] }>(
    `select old, array_agg(distinct current) as currents from old_number where old = any($1::text[]) group by old`,
    [numbers.filter((number) => number !== '')],
  )
  return new Map(rows.map(({ old, currents }) => [old, currents]))
}
