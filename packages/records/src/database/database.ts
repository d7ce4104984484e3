/** A value that goes in by COPY: as the column's type is written; bytes for a column of type bytea; null is SQL's NULL. */
export type CopyCell = string | Uint8Array | null

/** Rows for COPY, at hand or still coming. */
export type CopyRows = Iterable<readonly CopyCell[]> | AsyncIterable<readonly CopyCell[]>

/**
 * One PostgreSQL, embedded (PGlite) or a server: the same SQL runs on both. One session: what is temporary lasts till `close`.
 * What the database refuses is thrown as its driver tells it, with its SQLSTATE as `code`, and may quote what is stored;
 * Fault `database.lost` where the session has ended.
 */
export interface Database {
  query<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>
  /** Any number of statements, without parameters; their rows are not told. */
  script(sql: string): Promise<void>
  /** Rows of a query, a page at a time: any number of them in bounded memory. */
  rows<Row extends object>(sql: string, parameters?: readonly unknown[]): AsyncIterable<Row>
  /** Appends rows by COPY. Answers how many. The rows must not come from this database. */
  copyIn(table: string, columns: readonly string[], rows: CopyRows): Promise<number>
  /** Without it the process does not end. */
  close(): Promise<void>
}

/** Sorts that fit in it need no file; and no plan is worth compiling. */
export const SESSION = `set work_mem = '64MB'; set jit = off; set client_min_messages = warning`
