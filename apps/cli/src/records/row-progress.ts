import type { TextSink } from '../io.ts'
import type { ProgressLine } from '../progress.ts'

/** Rows between two words of progress. */
const EVERY = 10_000

/** Shows on a terminal how many rows were gone through, of a number that nobody knows yet. */
export function rowProgress(sink: TextSink, what: string): ProgressLine {
  if (sink.isTTY !== true) return () => {}
  let told = 0
  return (done) => {
    if (done === undefined) sink.write('\r\u001b[K')
    else if (done < told || done - told >= EVERY) {
      told = done
      sink.write(`\r${what} ${done} rows`)
    }
  }
}
