import type { ProgressLine } from '../progress.ts'

/** The same batches, until somebody stops. @throws the signal's reason */
export async function* stoppable<Batch>(batches: AsyncIterable<Batch>, stop?: AbortSignal): AsyncGenerator<Batch> {
  for await (const batch of batches) {
    stop?.throwIfAborted()
    yield batch
  }
}

/** The same batches, their rows counted aloud. */
export async function* counted<Row>(
  batches: AsyncIterable<readonly Row[]>,
  tell: ProgressLine,
): AsyncGenerator<readonly Row[]> {
  let rows = 0
  for await (const batch of batches) {
    yield batch
    rows += batch.length
    tell(rows)
  }
  tell()
}
