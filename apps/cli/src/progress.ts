import type { TextSink } from './io.ts'

/** How far a run is: called after each step, and once more without a number to wipe the line. */
export type ProgressLine = (done?: number) => void

const EVERY = 50

/** Shows progress on a terminal, and nowhere else; without a total where nobody knows it. */
export function progressLine(sink: TextSink, what: string, total?: number): ProgressLine {
  if (sink.isTTY !== true) return () => {}
  return (done) => {
    if (done === undefined) sink.write('\r\u001b[K')
    else if (done % EVERY === 0) sink.write(`\r${what} ${done}${total === undefined ? '' : ` of ${total}`}`)
  }
}
