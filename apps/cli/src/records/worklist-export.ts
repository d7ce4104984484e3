import { join, resolve } from 'node:path'
import { fileSource } from '@vaxcert/records/read'
import { exportLists, type RowCounts } from '@vaxcert/records/worklist'
import { Command, InvalidArgumentError, Option } from 'commander'
import { count } from '../count.ts'
import type { Io } from '../io.ts'
import { jsonLine } from '../terminal.ts'
import { parseTime } from '../times.ts'
import { inWords } from './in-words.ts'
import { makeListFolder, writeList } from './list-folder.ts'
import { inputWords, sheetWords } from './words-lists.ts'

interface Options {
  readonly match?: string
  readonly out: string
  readonly issued?: string
  readonly json: boolean
}

/** `vaxcert worklist export`. */
export function worklistExportCommand(io: Io): Command {
  return new Command('export')
    .description('Write three lists for each commune, as XLSX and CSV, from what cleanse put aside.')
    .argument('<cleansed>', 'folder that `vaxcert cleanse` wrote: listed.csv, findings.csv')
    .option('--match <dir>', 'folder that `vaxcert match` wrote: people whom the register called wrong go on list c')
    .requiredOption('--out <dir>', 'folder for the lists; they hold personal data')
    .addOption(new Option('--issued <day>', 'day of the lists (default: today)').argParser(readDay))
    .addOption(new Option('--json', 'print one JSON line').default(false))
    .action((cleansed: string, options: Options) => inWords(inputWords, () => exportTo(cleansed, options, io)))
}

async function exportTo(cleansed: string, { match, out, issued, json }: Options, io: Io): Promise<void> {
  const folder = resolve(io.cwd, out)
  makeListFolder(folder)
  const source = (of: string, name: string) => fileSource(resolve(io.cwd, of, name))
  const counts: RowCounts = { listed: 0, onLists: 0, elsewhere: 0, settled: 0 }
  const options = {
    issued: issued ?? io.now().toISOString().slice(0, 10),
    words: sheetWords,
    folder: join(folder, 'kept'),
    ...(match !== undefined && { match: { right: source(match, 'right.csv'), wrong: source(match, 'wrong.csv') } }),
  }
  const done = { lists: 0, people: 0 }
  for await (const one of exportLists(
    { listed: source(cleansed, 'listed.csv'), findings: source(cleansed, 'findings.csv') },
    options,
    counts,
  )) {
    writeList(folder, one)
    done.lists += 1
    done.people += one.list.rows.length
    if (io.stderr.isTTY === true) io.stderr.write(`\r${done.lists} lists`)
  }
  if (io.stderr.isTTY === true) io.stderr.write('\r\u001b[K')
  io.stdout.write(json ? jsonLine({ ...done, ...counts }) : summary(done, counts))
}

function summary(
  { lists, people }: { lists: number; people: number },
  { onLists, elsewhere, settled }: RowCounts,
): string {
  const rest = settled === 0 ? '' : `; ${count(settled, 'row')} that the register has settled`
  return `${count(lists, 'list')} of ${count(people, 'person')} with ${count(onLists, 'row')}; ${count(elsewhere, 'row')} for other offices${rest}\n`
}

function readDay(text: string): string {
  if (text.length !== 10) throw new InvalidArgumentError('Write it like 2022-05-06.')
  return parseTime(text).toISOString().slice(0, 10)
}
