import { Command, Option } from 'commander'
import { addDatabase } from '../database-option.ts'
import { negativeResult, stoppedResult } from '../exit.ts'
import type { Io } from '../io.ts'
import { makePrivateFolder } from '../make-folder.ts'
import { jsonLine, printable } from '../terminal.ts'
import { parseDay } from '../times.ts'
import { type CleanseOptions, planOf } from './cleanse-plan.ts'
import { cleanseText, isGood, sheetsLeft } from './cleanse-text.ts'
import { lockFolder } from './folder-lock.ts'
import { rowProgress } from './row-progress.ts'
import { runCleanse } from './run-cleanse.ts'
import { setProgress } from './set-progress.ts'

interface Options extends CleanseOptions {
  readonly json: boolean
}

const help = `
Reads CSV, XLSX, NDJSON and FHIR of any size; its columns may be headed in Vietnamese or English. Every row goes out once: to
clean.csv, to listed.csv with the reasons for which somebody must look at it, or to refused.csv where it cannot be read.
findings.csv holds what was found and what was changed, before and after; doubles.csv which row stands for which; columns.json
what a person must confirm (--decisions); decided.csv what came of each decision; summary.json the counts. They hold personal
data. All of them appear at the end. A run that was cut, or stopped with Ctrl-C, goes on where it was when the same command
is given again.
Rows are also judged against each other: doubles, shared numbers, series. That takes place in an embedded database in the
folder of --out, or in a PostgreSQL of --database or DATABASE_URL, in temporary tables.
--truth holds the answer of vaxcert sample against it; the exit code is then 1 where a fix was wrong, an error was missed, or
more than 5 rows of 1000 have a finding that they do not deserve.

Examples:
  $ vaxcert cleanse doses.csv --out cleansed --facilities facilities.csv --lots lots.csv --communes communes.csv
  $ vaxcert cleanse north.xlsx south.csv --decisions decisions.json --decisions returned --today 2022-05-31 --out cleansed`

/** `vaxcert cleanse`: dose records to those that may be confirmed, and lists for those that may not yet. */
export function cleanseCommand(io: Io): Command {
  const command = new Command('cleanse')
    .description('Check and tidy dose records; list what an office has to mend.')
    .argument('<file...>', 'dose records')
    .addOption(new Option('--out <dir>', 'folder to write into').makeOptionMandatory())
    .option('--mapping <file>', 'what the columns mean, where the headings do not say so (JSON)')
    .option('--sheet <name>', 'sheet of a workbook (default: the first with headings)')
    .addOption(several('--patients <file>', 'FHIR file with the patients of the doses; may be repeated'))
    .addOption(
      several(
        '--decisions <file>',
        'what was decided: letters of a column, names of vaccines (JSON), single doses (the folder of vaxcert worklist import); may be repeated',
      ),
    )
    .option('--lots <file>', 'lots that came into the country (CSV)')
    .option('--facilities <file>', 'facilities (CSV)')
    .option('--communes <file>', 'communes (CSV)')
    .option('--cancelled <file>', 'personal numbers that were cancelled (CSV)')
    .option('--counts <file>', 'doses given by facility and day, as counted on paper (CSV)')
    .option('--received <file>', 'doses received by facility and lot (CSV)')
    .option('--limits <file>', 'thresholds and dates of the rules (JSON)')
  return addDatabase(command, 'PostgreSQL instead of the embedded one')
    .option('--truth <file>', 'what is true, as written by vaxcert sample')
    .addOption(new Option('--today <day>', 'nothing is later (default: today)').argParser(parseDay))
    .option('--afresh', 'throw away what a run that was cut has done', false)
    .option('--json', 'print the counts as one JSON line', false)
    .addHelpText('after', help)
    .action((files: readonly string[], options: Options) => cleanse(files, options, io))
}

async function cleanse(files: readonly string[], options: Options, io: Io): Promise<void> {
  const plan = planOf(files, options, io)
  makePrivateFolder(plan.out)
  const progress = {
    survey: rowProgress(io.stderr, 'looking at'),
    set: rowProgress(io.stderr, 'cleansing'),
    compare: setProgress(io.stderr),
    rows: rowProgress(io.stderr, 'writing'),
  }
  const lock = lockFolder(plan.out)
  if (lock.wasLeft) io.stderr.write('vaxcert: the run before this one was cut.\n')
  const interrupted = new AbortController()
  const ignore = io.onInterrupt?.(() => interrupted.abort(stoppedResult()))
  const run = runCleanse({ ...plan, stop: interrupted.signal }, progress)
  const summary = await run.finally(ignore).finally(lock.release)
  io.stderr.write(sheetsLeft(summary))
  io.stdout.write(options.json ? jsonLine(summary) : cleanseText(summary, printable(options.out)))
  if (!isGood(summary)) throw negativeResult()
}

function several(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text: string, before: readonly string[] = []) => [...before, text])
}
