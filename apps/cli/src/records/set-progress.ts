import type { SetProgress, SetStep } from '@vaxcert/records/sets'
import { count } from '../count.ts'
import type { TextSink } from '../io.ts'

const words: Readonly<Record<SetStep, string>> = {
  keys: 'comparing: counting keys',
  links: 'comparing: finding the numbers of one person',
  people: 'comparing: the doses of each person',
  rules: 'comparing: lots, sessions, counts',
  order: 'comparing: putting what was found in order',
}
/** Rows between two words of progress. */
const EVERY = 10_000

/** Shows on a terminal which step of the comparing is under way, and where rows are gone through how many of them. */
export function setProgress(sink: TextSink): SetProgress {
  if (sink.isTTY !== true) return () => {}
  let shown = ''
  return (step, done = 0) => {
    const line =
      step === undefined ? '' : words[step] + (done >= EVERY ? `, ${count(done - (done % EVERY), 'row')}` : '')
    if (line !== shown) sink.write(`\r\u001b[K${line}`)
    shown = line
  }
}
