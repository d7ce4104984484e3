import type { Database } from '../database/database.ts'
import { nameKey } from '../names/canonical.ts'
import { givenKey, personOf, type RegisteredRow } from './embedded-register.ts'
import type { RegisterSearch, Wanted } from './register.ts'

const told = ['number', 'name', 'birth', 'sex', 'commune', 'phone', 'household'].map((name) => `registered.${name}`)

const indexes = [
  '(right(number, 6), substr(number, 5, 2))',
  '(given_key, birth)',
  '(name_key, substr(birth, 1, 4), sex)',
  `(phone) where phone <> ''`,
  `(household) where household <> ''`,
]

/** Blocks of candidates, one union (vietnam.md §7.2, step 5). A name with a birth year is looked up as a whole. */
const blocks = [
  `registered.number = wanted.number`,
  `wanted.number <> '' and right(registered.number, 6) = right(wanted.number, 6)
    and substr(registered.number, 5, 2) = substr(wanted.number, 5, 2) and length(wanted.number) = 12`,
  `wanted.given_key <> '' and registered.given_key = wanted.given_key
    and registered.birth = wanted.birth and length(wanted.birth) = 10`,
  `wanted.name_key <> '' and registered.name_key = wanted.name_key
    and substr(registered.birth, 1, 4) = substr(wanted.birth, 1, 4) and registered.sex = wanted.sex`,
  `registered.phone = wanted.phone and wanted.phone <> '' and registered.phone <> ''`,
  `registered.household = wanted.household and wanted.household <> '' and registered.household <> ''`,
]

const wantedColumns = ['number', 'name_key', 'given_key', 'birth', 'sex', 'phone', 'household']

const found = `
  with wanted as materialized (
    select * from unnest(${wantedColumns.map((_, at) => `$${at + 1}::text[]`).join(', ')})
    with ordinality as one (${wantedColumns.join(', ')}, at)
  )
  ${blocks.map((block) => `select wanted.at::int as at, ${told.join(', ')} from wanted join registered on ${block}`).join(' union ')}
  order by at, ${told.map((_, at) => at + 2).join(', ')}`

/** Makes the loaded register one that can be searched. */
export async function openSearch(database: Database): Promise<RegisterSearch> {
  for (const index of indexes) await database.query(`create index on registered ${index}`)
  await database.query('analyze registered')
  const [{ people } = { people: 0 }] = await database.query<{ people: number }>(
    'select count(*)::int as people from registered',
  )
  return {
    size: async () => people,
    async candidates(wanted) {
      const rows = await database.query<RegisteredRow & { readonly at: number }>(found, cellsOf(wanted))
      const each = wanted.map(() => [] as ReturnType<typeof personOf>[])
      for (const { at, ...row } of rows) each[at - 1]?.push(personOf(row))
      return each
    },
    async holders(numbers) {
      const rows = await database.query<RegisteredRow>(
        `select ${told.join(', ')} from registered where number = any($1::text[]) order by ${told.join(', ')}`,
        [numbers],
      )
      return new Map(rows.map((row) => [row.number, personOf(row)]))
    },
    async namesakes(names) {
      const rows = await database.query<{ readonly comparable: string; readonly people: number }>(counted, [
        names,
        names.map(nameKey),
      ])
      return new Map(rows.map(({ comparable, people }) => [comparable, people]))
    },
  }
}

/** By the index on `name_key`. */
const counted = `
  select comparable, count(*)::int as people
  from unnest($1::text[], $2::text[]) as asked (comparable, name_key) join registered using (name_key, comparable)
  group by comparable`

function cellsOf(wanted: readonly Wanted[]): readonly (readonly string[])[] {
  const keys = wanted.map(({ name }) => nameKey(name))
  const column = (name: 'number' | 'birthDate' | 'sex' | 'phone' | 'household') => wanted.map((one) => one[name])
  return [
    column('number'),
    keys,
    keys.map(givenKey),
    column('birthDate'),
    column('sex'),
    column('phone'),
    column('household'),
  ]
}
