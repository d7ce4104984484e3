/** Rows at hand, as `copyIn` takes them. */
export async function* each<Row>(rows: Iterable<Row>): AsyncGenerator<Row> {
  yield* rows
}
