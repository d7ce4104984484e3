import type { Decoder } from './decoder.ts'
import type { WorkerDecoder } from './worker-decoder.ts'

/** So many workers in a row may break or hang before another way is taken: one may, of a picture or of a busy device. */
const MOST_FAILURES = 3

/** Reads in a worker until workers prove to be of no use here, and compatibly from then on. */
export function withLastResort(inWorker: WorkerDecoder, openCompat: () => Decoder): Decoder {
  let compat: Decoder | undefined

  function current(): Decoder {
    if (compat === undefined && inWorker.failures() >= MOST_FAILURES) {
      inWorker.close()
      compat = openCompat()
    }
    return compat ?? inWorker
  }

  return {
    decode: (frame, effort) => current().decode(frame, effort),
    close: () => current().close(),
  }
}
