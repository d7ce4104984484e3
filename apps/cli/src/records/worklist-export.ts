import { join, resolve } from 'node:path'
import { dayInVietNam } from '@vaxcert/records'
import { fileSource } from '@vaxcert/records/read'
import { exportLists, noRows, type RowCounts } from '@vaxcert/records/worklist'
import { Command, Option } from 'commander'
import { count } from '../count.ts'
import type { Io } from '../io.ts'
import { jsonLine } from '../terminal.ts'
import { parseDay } from '../times.ts'
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
    .description(
      'Write lists for communes, facilities and health departments, XLSX and CSV, from what cleanse put aside.',
    )
    .argument('<cleansed>', 'folder that `vaxcert cleanse` wrote')
    .option('--match <dir>', 'folder that `vaxcert match` wrote: people whom the register called wrong go on list c')
    .requiredOption('--out <dir>', 'folder for the lists; they hold personal data')
    .addOption(new Option('--issued <day>', 'day of the lists (default: today)').argParser(parseDay))
    .addOption(new Option('--json', 'print one JSON line').default(false))
    .action((cleansed: string, options: Options) => inWords(inputWords, () => exportTo(cleansed, options, io)))
}

async function exportTo(cleansed: string, { match, out, issued, json }: Options, io: Io): Promise<void> {
  const folder = resolve(io.cwd, out)
  makeListFolder(folder)
  const source = (of: string, name: string) => fileSource(resolve(io.cwd, of, name))
  const counts = noRows()
  const options = {
    issued: issued ?? dayInVietNam(io.now()),
    words: sheetWords,
    folder: join(folder, 'kept'),
    ...(match !== undefined && {
      match: {
        right: source(match, 'right.csv'),
        wrong: source(match, 'wrong.csv'),
        links: source(match, 'links.csv'),
      },
    }),
  }
  const done = { lists: 0, people: 0, doses: 0 }
  for await (const one of exportLists(
    {
      clean: source(cleansed, 'clean.csv'),
      listed: source(cleansed, 'listed.csv'),
      findings: source(cleansed, 'findings.csv'),
    },
    options,
    counts,
  )) {
    writeList(folder, one)
    done.lists += 1
    done[one.list.kind === 'dose' ? 'doses' : 'people'] += one.list.rows.length
    if (io.stderr.isTTY === true) io.stderr.write(`\r${done.lists} lists`)
  }
  if (io.stderr.isTTY === true) io.stderr.write('\r\u001b[K')
  io.stdout.write(json ? jsonLine({ ...done, ...counts }) : summary(done, counts))
}

function summary({ lists, people, doses }: Record<'lists' | 'people' | 'doses', number>, counts: RowCounts): string {
  const { onLists, settled, merged, withdrawn, elsewhere, byOffice } = counts
  const { commune, facility, department } = byOffice
  const rest = [
    [settled, 'that the register has settled'],
    [merged, 'merged into another'],
    [withdrawn, 'withdrawn'],
    [elsewhere, 'without an open finding: cleanse them again'],
  ] as const
  const told = rest.flatMap(([rows, what]) => (rows > 0 ? [`; ${count(rows, 'row')} ${what}`] : []))
  return (
    `${count(lists, 'list')} of ${count(people, 'person')} and ${count(doses, 'dose')} with ${count(onLists, 'row')}: ` +
    `communes ${commune}, facilities ${facility}, health departments ${department}, rows for two counted twice${told.join('')}\n`
  )
}
