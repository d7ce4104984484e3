import type { Database } from './database.ts'

export type Query = Database['query']

const PAGE = 5_000

/**
 * `rows` of a database that has `query`: a cursor, in a transaction that lasts while any cursor is open. Other queries
 * may run between two pages; one that fails ends the cursors.
 */
export function cursorRows(query: Query): Database['rows'] {
  let made = 0
  let open = 0
  return async function* pages<Row extends object>(sql: string, parameters: readonly unknown[] = []) {
    const name = `page_${++made}`
    if (open === 0) await query('begin')
    open += 1
    try {
      await query(`declare ${name} no scroll cursor for ${sql}`, parameters)
      yield* fetchAll<Row>(query, name)
    } finally {
      open -= 1
      if (open === 0) await query('commit')
    }
  }
}

async function* fetchAll<Row extends object>(query: Query, name: string): AsyncGenerator<Row> {
  for (;;) {
    const page = await query<Row>(`fetch ${PAGE} from ${name}`)
    yield* page
    if (page.length < PAGE) break
  }
  await query(`close ${name}`)
}
