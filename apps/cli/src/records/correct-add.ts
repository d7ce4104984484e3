import { addEvent, reusedEvidence } from '@vaxcert/records/correct'
import { Command, Option } from 'commander'
import type { Io } from '../io.ts'
import { jsonLine, printable } from '../terminal.ts'
import { appendLine, lockHistory, readHistory } from './history-file.ts'
import { inWords } from './in-words.ts'
import { readJson } from './json-files.ts'
import { correctWords } from './words-lists.ts'

interface Options {
  readonly history: string
  readonly json: boolean
}

/** `vaxcert correct add`. */
export function correctAddCommand(io: Io): Command {
  return new Command('add')
    .description('Add what happened to a report: the next of its steps.')
    .argument('<event>', 'JSON file, or - for standard input')
    .addOption(new Option('--history <file>', 'the history: NDJSON').makeOptionMandatory())
    .addOption(new Option('--json', 'print one JSON line').default(false))
    .action((path: string, options: Options) => inWords(correctWords, () => add(path, options, io)))
}

async function add(path: string, { history: file, json }: Options, io: Io): Promise<void> {
  const given = await readJson(path, io)
  const unlock = lockHistory(file, io)
  try {
    const history = await readHistory(file, io)
    const { event, line } = addEvent(history, given)
    appendLine(file, line, io)
    const reused = reusedEvidence(history, event.report).map(({ reports }) => reports)
    const told = { report: event.report, step: event.step, events: history.events, last: history.last }
    io.stdout.write(json ? jsonLine({ ...told, reused }) : text(event.report, event.step, reused))
  } finally {
    unlock()
  }
}

function text(report: string, step: string, reused: readonly (readonly string[])[]): string {
  const warnings = reused.map((reports) => `  its evidence stands in ${printable(reports.join(', '))} too (DU-07)\n`)
  return `${printable(report)}: ${step}\n${warnings.join('')}`
}
