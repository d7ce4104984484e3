import { Fault } from '@vaxcert/core/fault'
import type { Database } from '../database/database.ts'
import { comparableName, nameKey } from '../names/canonical.ts'
import type { RecordSource } from '../read/source.ts'
import { tableRows } from '../read/table-rows.ts'
import type { Identity, Register, RegisteredPerson } from './register.ts'

const columns = [
  'number',
  'name',
  'comparable',
  'name_key',
  'given_key',
  'birth',
  'sex',
  'commune',
  'phone',
  'household',
]

const create = `create temporary table registered (${columns
  .map((name) => `${name} text collate "C" not null`)
  .join(', ')})`

/** Headings of a register file; the last three may be missing. */
const headings = {
  number: true,
  name: true,
  birth_date: true,
  sex: true,
  commune: false,
  phone: false,
  household: false,
}

/**
 * Loads a register from CSV or XLSX: number, name, birth_date ("1985-05-13" or less), sex (male, female), and where it has
 * them commune, phone, household. Once in a database. Answers how many people it holds.
 * @throws Fault `register.shape` for what is no register
 */
export async function loadRegister(source: RecordSource, database: Database): Promise<number> {
  await database.query(create)
  const people = await database.copyIn('registered', columns, registerRows(source))
  if (people === 0) throw foreign('it holds nobody')
  await database.query('create index on registered (number)')
  await database.query('analyze registered')
  return people
}

async function* registerRows(source: RecordSource): AsyncGenerator<readonly string[]> {
  let at: Readonly<Record<keyof typeof headings, number>> | undefined
  for await (const batch of tableRows(source, 'number')) {
    for (const { cells } of batch) {
      if (cells === undefined) throw foreign('a row cannot be read')
      if (at === undefined) at = placesOf(cells)
      else yield rowOf(cells, at)
    }
  }
  if (at === undefined) throw foreign('it is empty')
}

function placesOf(cells: readonly string[]): Readonly<Record<keyof typeof headings, number>> {
  const places = Object.entries(headings).map(([name, isNeeded]) => {
    const place = cells.indexOf(name)
    if (place < 0 && isNeeded) throw foreign('it must have the columns number, name, birth_date and sex')
    return [name, place]
  })
  return Object.fromEntries(places) as Readonly<Record<keyof typeof headings, number>>
}

function rowOf(cells: readonly string[], at: Readonly<Record<keyof typeof headings, number>>): readonly string[] {
  const cell = (name: keyof typeof headings): string => cells[at[name]] ?? ''
  const [number, name, birth, sex] = [cell('number'), cell('name'), cell('birth_date'), cell('sex')]
  const isPerson = /^\d{12}$/.test(number) && name !== '' && /^\d{4}(?:-\d\d){0,2}$/.test(birth)
  if (!isPerson || (sex !== 'male' && sex !== 'female')) throw foreign('a row of it is no person')
  const key = nameKey(name)
  const names = [name, comparableName(name), key, givenKey(key)]
  return [number, ...names, birth, sex, cell('commune'), cell('phone'), cell('household')]
}

/** The last word of a name in A–Z. */
export function givenKey(key: string): string {
  return key.slice(key.lastIndexOf(' ') + 1)
}

function foreign(detail: string): Fault<'register.shape'> {
  return new Fault('register.shape', `this is no population register: ${detail}`)
}

const rights = `
  select distinct asked.at::int as at
  from unnest($1::text[], $2::text[], $3::text[], $4::text[]) with ordinality as asked (number, name, birth, sex, at)
  join registered using (number)
  where registered.comparable = asked.name and registered.birth = asked.birth and registered.sex = asked.sex`

/** The loaded register, as the health side sees it: right or wrong. */
export function embeddedRegister(database: Database): Register {
  const checkAll = async (identities: readonly Identity[]) => {
    const column = (name: keyof Identity): readonly string[] => identities.map((identity) => identity[name])
    const asked = [column('number'), column('name'), column('birthDate'), column('sex')]
    const right = new Set((await database.query<{ readonly at: number }>(rights, asked)).map(({ at }) => at))
    return identities.map((_, at) => (right.has(at + 1) ? ('right' as const) : ('wrong' as const)))
  }
  return { checkAll, check: async (identity) => (await checkAll([identity]))[0] ?? 'unknown' }
}

export interface RegisteredRow extends Omit<RegisteredPerson, 'birthDate'> {
  readonly birth: string
}

export function personOf({ birth, ...row }: RegisteredRow): RegisteredPerson {
  return { ...row, birthDate: birth }
}
