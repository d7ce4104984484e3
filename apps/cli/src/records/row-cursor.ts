import type { RowPlace } from '@vaxcert/records'

/** What is known of some rows, beside a pass over all of them; both in the rising order of rows. */
export interface RowCursor<Said> {
  /** Brings in all that there is about a batch of rows, so that no row waits by itself. Batches come in their order. */
  load(batch: readonly { readonly place: RowPlace }[]): Promise<void>
  /** What is known of a row of the batch. Asked in the rising order of rows. */
  at(row: number): Said | undefined
}

/** Goes through what is known, some at a time. Memory: what is known of a batch, and what came with it. */
export function rowCursor<Said extends { readonly row: number }>(
  known: AsyncIterable<readonly Said[]>,
): RowCursor<Said> {
  const source = known[Symbol.asyncIterator]()
  let loaded: readonly Said[] = []
  let place = 0
  let isOver = false
  return {
    async load(batch) {
      const first = batch[0]?.place.row ?? 0
      const last = batch.at(-1)?.place.row ?? 0
      while (!isOver && (loaded.at(-1)?.row ?? 0) < last) {
        const { done, value = [] } = await source.next()
        isOver = done === true
        loaded = [...loaded.slice(place), ...value].filter(({ row }) => row >= first)
        place = 0
      }
    },
    at(row) {
      while (place < loaded.length && (loaded[place] as Said).row < row) place += 1
      const said = loaded[place]
      return said?.row === row ? said : undefined
    },
  }
}
