import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { limits2022, readLimits } from '@vaxcert/records'
import { type Mapping, noMapping, readMapping } from '@vaxcert/records/read'
import { Command, InvalidArgumentError, Option } from 'commander'
import { negativeResult, usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { makeFolder } from '../make-folder.ts'
import { jsonLine, printable } from '../terminal.ts'
import { parseTime } from '../times.ts'
import { isOutput } from './cleanse-outputs.ts'
import { cleanseText, isGood } from './cleanse-text.ts'
import { type ListFiles, readCodeLists } from './code-lists.ts'
import { confirmedOf, readDecisions } from './decisions.ts'
import { rowProgress } from './row-progress.ts'
import { type CleansePlan, runCleanse } from './run-cleanse.ts'

interface Options extends ListFiles {
  readonly out: string
  readonly mapping?: string
  readonly decisions?: string
  readonly limits?: string
  readonly truth?: string
  readonly today?: string
  readonly json: boolean
}

const help = `
Reads CSV, XLSX, NDJSON and FHIR of any size; its columns may be headed in Vietnamese or English. Every row goes out once: to
clean.csv, to listed.csv with the reasons for which somebody must look at it, or to refused.csv where it cannot be read.
findings.csv holds what was found and what was changed, before and after; columns.json what a person must confirm (--decisions);
summary.json the counts. They hold personal data. All of them appear at the end; a run that was cut is simply started again.
--truth holds the answer of vaxcert sample against it; the exit code is then 1 where a fix was wrong, an error was missed, or
more than 5 rows of 1000 have a finding that they do not deserve.

Examples:
  $ vaxcert cleanse doses.csv --out cleansed --facilities facilities.csv --lots lots.csv --communes communes.csv
  $ vaxcert cleanse north.xlsx south.csv --decisions decisions.json --today 2022-05-31 --out cleansed`

/** `vaxcert cleanse`: dose records to those that may be confirmed, and lists for those that may not yet. */
export function cleanseCommand(io: Io): Command {
  return new Command('cleanse')
    .description('Check and tidy dose records; list what an office has to mend.')
    .argument('<file...>', 'dose records')
    .addOption(new Option('--out <dir>', 'folder to write into').makeOptionMandatory())
    .option('--mapping <file>', 'what the columns mean, where the headings do not say so (JSON)')
    .option('--decisions <file>', 'what somebody confirmed: letters of a column, names of vaccines (JSON)')
    .option('--lots <file>', 'lots that came into the country (CSV)')
    .option('--facilities <file>', 'facilities (CSV)')
    .option('--communes <file>', 'communes (CSV)')
    .option('--cancelled <file>', 'personal numbers that were cancelled (CSV)')
    .option('--limits <file>', 'thresholds and dates of the rules (JSON)')
    .option('--truth <file>', 'what is true, as written by vaxcert sample')
    .addOption(new Option('--today <day>', 'nothing is later (default: today)').argParser(parseDay))
    .option('--json', 'print the counts as one JSON line', false)
    .addHelpText('after', help)
    .action((files: readonly string[], options: Options) => cleanse(files, options, io))
}

async function cleanse(files: readonly string[], options: Options, io: Io): Promise<void> {
  const plan = planOf(files, options, io)
  makeFolder(plan.out)
  const progress = { survey: rowProgress(io.stderr, 'looking at'), rows: rowProgress(io.stderr, 'cleansing') }
  const summary = await runCleanse(plan, progress)
  io.stdout.write(options.json ? jsonLine(summary) : cleanseText(summary, printable(options.out)))
  if (!isGood(summary)) throw negativeResult()
}

function planOf(files: readonly string[], options: Options, io: Io): CleansePlan {
  const out = resolve(io.cwd, options.out)
  const paths = files.map((path) => readablePath(path, out, io))
  const text = (path: string): string => readFileSync(resolve(io.cwd, path), 'utf8')
  return {
    ...{ paths, out, mapping: mappingOf(options, text) },
    knowing: {
      limits: options.limits === undefined ? limits2022 : readLimits(text(options.limits)),
      codes: readCodeLists(options, io.cwd),
      today: options.today ?? io.now().toISOString().slice(0, 10),
      confirmed: confirmedOf(options.decisions === undefined ? [] : readDecisions(text(options.decisions))),
    },
    ...(options.truth === undefined ? {} : { truth: readablePath(options.truth, out, io) }),
  }
}

function readablePath(path: string, out: string, io: Io): string {
  const whole = resolve(io.cwd, path)
  if (!existsSync(whole)) throw usageError(`${printable(path)} is not there.`)
  if (isOutput(whole, out))
    throw usageError(`${printable(path)} would be written over: choose another folder with --out.`)
  return whole
}

function mappingOf({ mapping }: Options, text: (path: string) => string): Mapping {
  if (mapping === undefined) return noMapping
  try {
    return readMapping(JSON.parse(text(mapping)))
  } catch (error) {
    if (error instanceof SyntaxError) throw usageError(`${printable(mapping)} is not JSON.`)
    throw error
  }
}

function parseDay(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw new InvalidArgumentError('Write it like 2022-05-31.')
  return parseTime(text).toISOString().slice(0, 10)
}
