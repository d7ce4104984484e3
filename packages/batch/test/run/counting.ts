import type { Database } from '@vaxcert/records/database'

/** The same session, and how many statements it was asked. */
export function counting(database: Database): { readonly session: Database; asked(): number } {
  let asked = 0
  const query: Database['query'] = (sql, parameters) => {
    asked += 1
    return database.query(sql, parameters)
  }
  const rows: Database['rows'] = (sql, parameters) => {
    asked += 1
    return database.rows(sql, parameters)
  }
  return { session: { ...database, query, rows }, asked: () => asked }
}
