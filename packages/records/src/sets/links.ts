import { copyBatches } from '../database/copy-batches.ts'
import type { Database } from '../database/database.ts'
import type { DoseKey } from './dose-key.ts'
import { gathered } from './gathered.ts'
import { areOneName } from './person/same-name.ts'

/** What is asked of a row to find the same person under another key. */
const asked = [
  'key',
  'number',
  'kind',
  'person_id',
  'name',
  'name_key',
  'birth',
  'sex',
  'phone',
  'guardian_phone',
  'household',
  'commune',
] as const

export type Candidate = Pick<DoseKey, (typeof asked)[number]>

/** Namesakes of one day that are held at once; there are a few in a country. */
const MOST = 10_000

/** Same name without marks, same whole birth date, more than one key. In an order that does not depend on the database. */
const namesakes = `
  select distinct ${asked.join(', ')} from dose_key join (
    select name_key, birth from dose_key where (name_key <> '' or kind in ('personal', 'cmnd')) and length(birth) = 10
    group by name_key, birth having min(key) <> max(key)
  ) shared using (name_key, birth)
  order by name_key, birth, ${asked.filter((name) => name !== 'name_key' && name !== 'birth').join(', ')}`

/** A row names the number that another row still has. */
const declared = `
  insert into link select distinct key, old_number from dose_key mine
  where old_number <> '' and old_number <> key and exists (select from dose_key other where other.key = mine.old_number)`

/**
 * Finds keys that are of one person, by safe keys only: the old number that a row states, or beside name and birth date
 * the phone, the source's person, the household, a number one slip away, or the commune where no two numbers speak
 * against it. Never by name and birth date alone. Leaves `person_of (key, label)`, of those keys alone.
 */
export async function linkKeys(database: Database): Promise<void> {
  await database.query('create temporary table link (key text collate "C", other text collate "C")')
  await copyBatches(database, 'link', ['key', 'other'], linksOfNamesakes(database))
  await database.query(declared)
  await database.query('insert into link select other, key from link')
  await database.query(
    `create temporary table person_of as select key, min(least(key, other)) as label from link group by key`,
  )
  await database.query('analyze link')
  await database.query('analyze person_of')
  await spreadLabels(database)
}

/** Steps from one end of a chain to the other that are followed. */
const MOST_STEPS = 20

const spread = `
  with near as (
    select link.key, min(person_of.label) as label from link join person_of on person_of.key = link.other group by link.key
  ), changed as (
    update person_of set label = near.label from near where near.key = person_of.key and near.label < person_of.label
    returning 1
  ) select count(*)::int as count from changed`

async function spreadLabels(database: Database): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const [changed] = await database.query<{ readonly count: number }>(spread)
    if (changed?.count === 0) return
  }
}

async function* linksOfNamesakes(database: Database): AsyncGenerator<readonly string[]> {
  const rows = database.rows<Candidate>(namesakes)
  for await (const group of gathered(rows, ({ name_key, birth }) => `${birth} ${name_key}`, MOST))
    yield* linksOf(group.rows)
}

/** Pairs of keys among namesakes of one birth date. */
export function linksOf(namesakes: readonly Candidate[]): readonly (readonly [string, string])[] {
  const seen = new Map<string, Candidate[]>()
  const links = new Map<string, readonly [string, string]>()
  for (const candidate of namesakes) {
    for (const sign of signsOf(candidate)) {
      const others = seen.get(sign) ?? []
      const other = others.find((one) => one.key !== candidate.key && mayBeOne(one, candidate, sign))
      if (other !== undefined) links.set(`${other.key} ${candidate.key}`, [other.key, candidate.key])
      else if (others.length < MOST_SEEN) seen.set(sign, [...others, candidate])
    }
  }
  return [...links.values()]
}

/** Of one sign and one name: members of a household at most. */
const MOST_SEEN = 20

function mayBeOne(a: Candidate, b: Candidate, sign: string): boolean {
  if (a.sex !== b.sex && a.sex !== '' && b.sex !== '') return false
  if (sign.startsWith('number') && a.kind !== b.kind) return false
  if (sign.startsWith('commune') && a.kind === b.kind && a.kind !== '') return false
  return areOneName(a.name, b.name)
}

/** What of two namesakes must be equal in one. Of rows whose names were lost only numbers one slip apart say enough. */
function signsOf({ number, kind, birth, phone, ...row }: Candidate): readonly string[] {
  const numbers = kind === 'personal' || kind === 'cmnd' ? withoutOne(number) : []
  if (row.name_key === '') return numbers
  const signs = [...numbers]
  if (phone !== '') signs.push(`phone ${phone}`)
  if (row.guardian_phone !== '') signs.push(`guardian ${row.guardian_phone}`)
  if (row.person_id !== '') signs.push(`person ${row.person_id}`)
  if (row.household !== '') signs.push(`household ${row.commune} ${row.household}`)
  if (row.commune !== '' && !birth.endsWith('-01-01')) signs.push(`commune ${row.commune}`)
  return signs
}

/** Two numbers that differ in one digit, or in two neighbours that changed places, have one of these in common. */
function withoutOne(number: string): readonly string[] {
  return Array.from(number, (_, at) => `number ${number.slice(0, at)}${number.slice(at + 1)}`)
}
