import { resolve } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { refusalsText } from '../certificates/refusals-text.ts'
import { refuseDemoFolder } from '../demo/demo-folder.ts'
import { negativeResult } from '../exit.ts'
import { pipedIn } from '../inputs/files.ts'
import type { Io } from '../io.ts'
import type { Merge } from '../paper/paper-folder.ts'
import { type PrintTally, printFile } from '../paper/print-file.ts'
import { jsonLine, printable } from '../terminal.ts'
import { parseTime } from '../times.ts'

interface Options {
  readonly out: string
  readonly merge: Merge
  readonly size: number
  readonly pages: number
  readonly printedAt?: Date
  readonly json: boolean
}

const examples = `
Prints each vaccination certificate on an A4 page that folds to A6: the eleven fields of Decision 5772/QĐ-BYT in
Vietnamese and English beside the QR code, as PDF/A. Nothing is verified, and a page proves nothing without its code:
print what you have issued. Reads certificates.ndjson of vaxcert issue, or one text a line. A line that has no page goes
to DIR/unprinted.ndjson, with the reason; the exit code is 1 when there is one.

Examples:
  $ vaxcert paper passes/certificates.ndjson --out pages
  $ vaxcert paper certificates.ndjson --merge facility --size 55 --out for-the-printer`

/** `vaxcert paper`: certificates to pages. */
export function paperCommand(io: Io): Command {
  return new Command('paper')
    .description('Print certificates on paper: a PDF page for each.')
    .argument('[file]', 'certificates.ndjson, or one text a line; - or nothing for standard input')
    .addOption(new Option('--out <dir>', 'folder to write into, without pages of an earlier run').makeOptionMandatory())
    .addOption(
      new Option('--merge <what>', 'one file each, or many pages in one')
        .choices(['none', 'facility', 'all'])
        .default('none'),
    )
    .addOption(new Option('--size <mm>', 'side of the QR code, 35 to 60').argParser(readSize).default(50))
    .addOption(new Option('--pages <n>', 'most pages of one file').argParser(readPages).default(10_000))
    .addOption(new Option('--printed-at <time>', 'time in the documents (default: now)').argParser(parseTime))
    .option('--json', 'print the counts as one JSON line', false)
    .addHelpText('after', examples)
    .action((file: string | undefined, options: Options) => print(file ?? pipedIn(io), options, io))
}

function readSize(text: string): number {
  const size = Number(text)
  if (!(size >= 35 && size <= 60)) throw new InvalidArgumentError('It must be 35 to 60 millimetres.')
  return size
}

/** The limit of PDF/A on objects in one file lies above 180,000 pages (ISO 19005-2 §6.1.13). */
function readPages(text: string): number {
  const pages = Number(text)
  if (!Number.isInteger(pages) || pages < 1 || pages > 100_000)
    throw new InvalidArgumentError('It must be a whole number, 1 to 100000.')
  return pages
}

async function print(path: string, options: Options, io: Io): Promise<void> {
  const { merge, size: qrMillimetres, pages: pagesPerFile, printedAt: createdAt = io.now() } = options
  const out = resolve(io.cwd, options.out)
  refuseDemoFolder(out)
  const tally = await printFile(path, out, { merge, qrMillimetres, pagesPerFile, createdAt }, io)
  io.stdout.write(options.json ? tallyJson(tally) : tallyText(tally, options.out))
  if (tally.printed < tally.certificates) throw negativeResult()
}

function tallyText({ certificates, printed, fine, unprinted, files }: PrintTally, out: string): string {
  const counts = `${certificates} certificates: ${printed} printed, ${certificates - printed} not\n`
  const small = fine === 0 ? '' : `${fine} have modules under 0.33 mm, which many cameras do not read: raise --size\n`
  return `${counts}${refusalsText(unprinted)}${small}Written to ${printable(out)}: ${files.length} PDF, unprinted.ndjson\n`
}

function tallyJson({ certificates, printed, fine, unprinted, files }: PrintTally): string {
  return jsonLine({ certificates, printed, fine, unprinted: Object.fromEntries(unprinted), files: files.length })
}
