/** One PostgreSQL, embedded (PGlite) or a server: the same SQL runs on both. */
export interface Database {
  query<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>
  /** Rows of a query, a page at a time: any number of them in bounded memory. */
  rows<Row extends object>(sql: string, parameters?: readonly unknown[]): AsyncIterable<Row>
  /** Appends rows by COPY; null is SQL's NULL. Answers how many. */
  copyIn(table: string, columns: readonly string[], rows: AsyncIterable<readonly (string | null)[]>): Promise<number>
  close(): Promise<void>
}
