import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type CodeSets, dayInVietNam, limits2022 } from '@vaxcert/records'
import {
  type Gathered,
  gather,
  type Language,
  placeFinder,
  publicReport,
  type Report,
  type ReportParts,
  type ReportSources,
  readDistricts,
  readSnapshot,
  reportCsv,
  reportOf,
  reportPage,
  toldFigures,
} from '@vaxcert/records/report'
import { Command, Option } from 'commander'
import { usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { makeFolder } from '../make-folder.ts'
import { jsonLine, printable } from '../terminal.ts'
import { parseDay } from '../times.ts'
import { readCodeLists } from './code-lists.ts'
import {
  cleansedFiles,
  confirmedIds,
  feedbackOf,
  isFolder,
  matchCounts,
  requireWhole,
  sourceAt,
} from './report-inputs.ts'
import { reportText } from './report-text.ts'
import { rowProgress } from './row-progress.ts'
import { reportWords } from './words-report.ts'

interface Options {
  readonly cleansed?: string
  readonly counts?: string
  readonly matched?: string
  readonly confirmed?: string
  readonly signed?: string
  readonly police?: string
  readonly feedback?: string
  readonly told?: string
  readonly facilities?: string
  readonly communes?: string
  readonly districts?: string
  readonly earlier?: readonly string[]
  readonly deadline?: string
  readonly asOf?: string
  readonly language: Language
  readonly public: boolean
  readonly out: string
  readonly json: boolean
}

const help = `
Counts given → entered → verified → confirmed → signed, by province, district, commune, facility and class of dose, and writes
report.html (opens from disk, also on paper), report.csv and report.json. A step without a source is "not measured", never 0.
Percentages are computed from counts, half up. The files hold counts only; with --public, small ones of communes are hidden.
--earlier takes report.json of earlier days: with --deadline they tell the pace and the day on which all would be done.

Examples:
  $ vaxcert report --cleansed cleansed --counts counts.csv --facilities facilities.csv --out report
  $ vaxcert report --cleansed cleansed --counts counts.csv --matched matched --confirmed confirmations --signed signed.csv \\
      --deadline 2022-06-01 --earlier may-20/report.json --out report`

/** `vaxcert report`: how far a province is, in counts. */
export function reportCommand(io: Io): Command {
  return new Command('report')
    .description('Count how far the doses are, from paper to signature: a page, a table, JSON.')
    .option('--cleansed <dir>', 'folder of vaxcert cleanse')
    .option('--counts <file>', 'doses counted on paper: facility,day,dose_class,given')
    .option('--matched <dir>', 'folder of vaxcert match')
    .option('--confirmed <path>', 'folder of confirmations, or a table with dose_id')
    .option('--signed <file>', 'doses that were signed: a table with dose_id')
    .option('--police <file>', 'people whom the police verified: a table with person_id')
    .option('--feedback <file>', 'history of vaxcert correct, or a table with report,processed')
    .option('--told <file>', 'printed percentages to be checked: figure,part,whole,percent')
    .option('--facilities <file>', 'facilities (CSV)')
    .option('--communes <file>', 'communes (CSV)')
    .option('--districts <file>', 'districts of communes: commune,district (CSV)')
    .option('--earlier <file...>', 'report.json of earlier days')
    .addOption(new Option('--deadline <day>', 'day by which all must be done').argParser(parseDay))
    .addOption(new Option('--as-of <day>', 'day of the figures (default: today)').argParser(parseDay))
    .addOption(new Option('--language <language>', 'of the page').choices(['both', 'vi', 'en']).default('both'))
    .option('--public', 'hide small counts of communes, leave facilities out', false)
    .addOption(new Option('--out <dir>', 'folder to write into').makeOptionMandatory())
    .option('--json', 'print the main counts as one JSON line', false)
    .addHelpText('after', help)
    .action((options: Options) => report(options, io))
}

async function report(options: Options, io: Io): Promise<void> {
  const sources = sourcesOf(options, io)
  if (Object.values(sources).every((source) => source === undefined)) {
    throw usageError('Nothing to count: give --cleansed, --counts, or both.')
  }
  const folder = resolve(io.cwd, options.out)
  makeFolder(folder)
  const lists = readCodeLists(listsOf(options), io.cwd)
  const gathered = await gathering(sources, lists.facilities, folder, io)
  if (options.cleansed !== undefined) requireWhole(options.cleansed, gathered, io)
  const whole = reportOf(gathered, await partsOf(options, lists, io))
  const made = options.public ? publicReport(whole) : whole
  write(folder, made, options.language)
  io.stdout.write(options.json ? jsonLine(mainCounts(made)) : reportText(made, printable(options.out)))
}

function sourcesOf(options: Options, io: Io): ReportSources {
  const { counts, cleansed, matched, confirmed, signed, police } = options
  return {
    ...(counts !== undefined && { counts: sourceAt(counts, io) }),
    ...(cleansed !== undefined && { cleansed: cleansedFiles(cleansed, io) }),
    ...(matched !== undefined && { verified: sourceAt(join(matched, 'right.csv'), io) }),
    ...(confirmed !== undefined && { confirmed: confirmedIds(confirmed, io) }),
    ...(signed !== undefined && { signed: sourceAt(signed, io) }),
    ...(police !== undefined && { police: sourceAt(police, io) }),
  }
}

/** What lies on disk meanwhile holds identifiers, and goes whatever happens. */
async function gathering(
  sources: ReportSources,
  facilities: CodeSets['facilities'],
  folder: string,
  io: Io,
): Promise<Gathered> {
  const unfinished = join(folder, 'unfinished')
  const progress = rowProgress(io.stderr, 'counting')
  rmSync(unfinished, { recursive: true, force: true })
  try {
    return await gather(sources, { facilities, entryDelay: limits2022.entryDelay, folder: unfinished, progress })
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
    progress()
  }
}

async function partsOf(options: Options, lists: CodeSets, io: Io): Promise<ReportParts> {
  const { confirmed, feedback, matched, told, deadline, earlier = [], asOf } = options
  const text = (path: string): string => readFileSync(resolve(io.cwd, path), 'utf8')
  const districts = options.districts === undefined ? new Map() : readDistricts(text(options.districts))
  return {
    asOf: asOf ?? dayInVietNam(io.now()),
    placeOf: placeFinder(lists, districts),
    ...(feedback !== undefined && { feedback: await feedbackOf(feedback, io) }),
    ...(matched !== undefined && { match: matchCounts(matched, io) }),
    ...(told !== undefined && { told: await toldFigures(sourceAt(told, io)) }),
    ...(deadline !== undefined && { deadline }),
    earlier: earlier.map((path) => readSnapshot(text(path))),
    hasUncheckedSeals: confirmed !== undefined && isFolder(confirmed, io),
  }
}

function listsOf({ facilities, communes }: Options): { facilities?: string; communes?: string } {
  return { ...(facilities !== undefined && { facilities }), ...(communes !== undefined && { communes }) }
}

function write(folder: string, report: Report, language: Language): void {
  const file = (name: string, text: string): void => writeFileSync(join(folder, name), text)
  file('report.html', reportPage(report, reportWords, language))
  file('report.csv', reportCsv(report))
  file('report.json', `${JSON.stringify(report, null, 2)}\n`)
}

function mainCounts({ asOf, doses, shares, backlogs, rows, persons, feedback, tooMany, told }: Report): object {
  return { asOf, doses, shares, backlogs, rows, persons, feedback, tooMany: tooMany.length, told }
}
