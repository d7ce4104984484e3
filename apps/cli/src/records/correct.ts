import { Command } from 'commander'
import type { Io } from '../io.ts'
import { correctAddCommand } from './correct-add.ts'
import { correctApplyCommand } from './correct-apply.ts'

const examples = `
A report goes from received to checked, verified, and approved or rejected. The history is a file of lines that only grows;
each names the digest of the one before. An event is JSON:
  {"report":"R-7","step":"received","kind":"wrong-information","isPhoneProved":true,"by":"…","role":"…",
   "at":"2022-05-20T08:00:00Z","why":"","evidence":[{"sha256":"…","kind":"paper-certificate"}]}

Examples:
  $ vaxcert correct add event.json --history feedback.ndjson
  $ vaxcert correct apply clean.csv --history feedback.ndjson --certificates issued.csv --out corrected`

/** `vaxcert correct`: reports of people, and what they change. */
export function correctCommand(io: Io): Command {
  const command = new Command('correct').description(
    'Keep the reports of people, and correct doses as they were approved.',
  )
  for (const make of [correctAddCommand, correctApplyCommand]) command.addCommand(make(io))
  return command.addHelpText('after', examples)
}
