/** Rows that come one after the other and have one key. */
export interface Group<Row> {
  readonly rows: readonly Row[]
  /** Whether these are only some of them: there are more than was to be held at once. */
  readonly isPart: boolean
}

/** Gathers rows by key, `most` at a time. */
export async function* gathered<Row>(
  rows: AsyncIterable<Row>,
  keyOf: (row: Row) => string | number,
  most: number,
): AsyncGenerator<Group<Row>> {
  let group: Row[] = []
  let key: string | number | undefined
  let isPart = false
  for await (const row of rows) {
    const isSame = keyOf(row) === key
    if (group.length > 0 && (!isSame || group.length >= most)) {
      isPart = isSame || isPart
      yield { rows: group, isPart }
      group = []
    }
    if (!isSame) isPart = false
    key = keyOf(row)
    group.push(row)
  }
  if (group.length > 0) yield { rows: group, isPart }
}
