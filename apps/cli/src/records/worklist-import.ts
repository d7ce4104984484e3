import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { dayInVietNam } from '@vaxcert/records'
import { bytesSource } from '@vaxcert/records/read'
import {
  type Comparison,
  compareReturned,
  decisionLines,
  decisionsOf,
  handOver,
  type Problem,
  readReturned,
  readWorkList,
  type WorkList,
} from '@vaxcert/records/worklist'
import { Command } from 'commander'
import { count } from '../count.ts'
import { negativeResult } from '../exit.ts'
import { readWhole } from '../inputs/files.ts'
import type { Io } from '../io.ts'
import { makePrivateFolder } from '../make-folder.ts'
import { jsonLine, printable } from '../terminal.ts'
import { keptList } from './list-folder.ts'
import { readSealer, type Sealer } from './sealer.ts'
import { sheetProblems } from './words-lists.ts'

interface Options {
  readonly lists: string
  readonly key: string
  readonly out: string
  readonly json: boolean
}

interface Sheet {
  readonly name: string
  readonly bytes: Uint8Array
}

type Taken = Extract<Comparison, { kind: 'taken' }>

const MAX_BYTES = 64 * 2 ** 20

const help = `
Writes ID.decisions.ndjson, for the next run of cleanse, and ID.hand-over.json, sealed with the key. A sheet in which anything
but the columns to be filled differs is refused, whole; what is wrong is told by line and column, never by what stands there.`

/** `vaxcert worklist import`. */
export function worklistImportCommand(io: Io): Command {
  return new Command('import')
    .description('Read lists that came back: hold them against what was exported, and write down what was decided.')
    .argument('<sheet...>', 'XLSX or CSV')
    .requiredOption('--lists <dir>', 'folder of the export')
    .requiredOption('--key <prefix>', 'key of this office: PREFIX.key.pem and PREFIX.pem')
    .requiredOption('--out <dir>', 'folder for decisions and hand-overs')
    .option('--json', 'print one JSON line for each sheet', false)
    .addHelpText('after', help)
    .action(async (sheets: readonly string[], options: Options) => {
      const sealer = await readSealer(options.key, io)
      let isAllTaken = true
      for (const name of sheets) isAllTaken = (await importSheet(name, options, sealer, io)) && isAllTaken
      if (!isAllTaken) throw negativeResult()
    })
}

/** Whether the sheet was taken, and nothing in it stays open for what was written. */
async function importSheet(name: string, options: Options, sealer: Sealer, io: Io): Promise<boolean> {
  const sheet = { name, bytes: await readWhole(name, io, MAX_BYTES) }
  const returned = await readReturned(bytesSource(name, sheet.bytes))
  const kept = keptList(resolve(io.cwd, options.lists), returned.listId)
  const list = kept === undefined ? undefined : readWorkList(kept)
  if (list === undefined) return tellRefused(name, [{ code: 'worklist.list' }], options, io)
  if (existsSync(`${stemOf(list, options, io)}.hand-over.json`))
    return tellRefused(name, [{ code: 'worklist.again' }], options, io)
  const result = compareReturned(list, returned, dayInVietNam(io.now()))
  if (result.kind === 'refused') return tellRefused(name, result.problems, options, io)
  return writeTaken(sheet, list, result, sealer, options, io)
}

function tellRefused(name: string, problems: readonly Problem[], { json }: Options, io: Io): false {
  if (json) io.stdout.write(jsonLine({ sheet: name, result: 'refused', problems }))
  else io.stdout.write(`${printable(name)}: refused\n${problemLines(problems)}`)
  return false
}

async function writeTaken(
  sheet: Sheet,
  list: WorkList,
  taken: Taken,
  sealer: Sealer,
  options: Options,
  io: Io,
): Promise<boolean> {
  const decisions = decisionsOf(list, taken)
  const record = await handOver(list, taken, decisions, { file: sheet, at: io.now(), by: sealer })
  const stem = stemOf(list, options, io)
  makePrivateFolder(dirname(stem))
  writeFileSync(`${stem}.decisions.ndjson`, decisionLines(decisions), { mode: 0o600 })
  writeFileSync(`${stem}.hand-over.json`, `${JSON.stringify(record)}\n`, { flag: 'wx', mode: 0o600 })
  tellTaken(sheet.name, list, taken, decisions.length, options, io)
  return taken.problems.length + taken.notes.length === 0
}

function tellTaken(
  name: string,
  { id }: WorkList,
  { answers, problems, notes, untouched }: Taken,
  decisions: number,
  { json }: Options,
  io: Io,
): void {
  const told = { answered: answers.length, decisions, open: problems.length, untouched }
  const counts = `${count(told.answered, 'person')} answered, ${count(decisions, 'decision')}, ${told.open} to be asked again, ${untouched} untouched`
  const all = [...problems, ...notes]
  io.stdout.write(
    json
      ? jsonLine({ sheet: name, result: 'taken', list: id, ...told, problems: all })
      : `${printable(name)}: ${counts}\n${problemLines(all)}`,
  )
}

/** Where decisions and hand-over of a list lie. */
function stemOf({ id }: WorkList, { out }: Options, io: Io): string {
  return join(resolve(io.cwd, out), id)
}

const MOST_LINES = 50

function problemLines(problems: readonly Problem[]): string {
  const more = problems.length > MOST_LINES ? `  and ${problems.length - MOST_LINES} more: --json tells all\n` : ''
  return problems.slice(0, MOST_LINES).map(problemText).join('') + more
}

function problemText({ code, line, number, column }: Problem): string {
  const places = [
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(number === undefined ? [] : [`person ${number}`]),
    ...(column === undefined ? [] : [`column ${column}`]),
  ]
  return `  ${places.join(', ') || 'sheet'}: ${sheetProblems[code]} (${code})\n`
}
