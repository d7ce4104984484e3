import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
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
import { negativeResult, usageError } from '../exit.ts'
import { readWhole } from '../inputs/files.ts'
import type { Io } from '../io.ts'
import { makeFolder } from '../make-folder.ts'
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

type Refused = Extract<Comparison, { kind: 'refused' }>
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
  const result: Comparison =
    list === undefined ? { kind: 'refused', problems: [{ code: 'worklist.list' }] } : compareReturned(list, returned)
  if (list === undefined || result.kind === 'refused') return tellRefused(name, result as Refused, options, io)
  return writeTaken(sheet, list, result, sealer, options, io)
}

function tellRefused(name: string, { problems }: Refused, { json }: Options, io: Io): false {
  if (json) io.stdout.write(jsonLine({ sheet: name, result: 'refused', problems }))
  else io.stdout.write(`${printable(name)}: refused\n${problems.slice(0, 50).map(problemText).join('')}`)
  return false
}

async function writeTaken(
  sheet: Sheet,
  list: WorkList,
  taken: Taken,
  sealer: Sealer,
  { out, json }: Options,
  io: Io,
): Promise<boolean> {
  const decisions = decisionsOf(list, taken)
  const record = await handOver(list, taken, decisions, { file: sheet, at: io.now(), by: sealer })
  const folder = resolve(io.cwd, out)
  makeFolder(folder)
  const stem = join(folder, list.id)
  if (existsSync(`${stem}.hand-over.json`)) {
    throw usageError(`The list ${list.id} was taken back before, into this folder.`)
  }
  writeFileSync(`${stem}.decisions.ndjson`, decisionLines(decisions), { mode: 0o600 })
  writeFileSync(`${stem}.hand-over.json`, `${JSON.stringify(record)}\n`, { flag: 'wx', mode: 0o600 })
  const { answers, problems, untouched } = taken
  const told = { answered: answers.length, decisions: decisions.length, open: problems.length, untouched }
  if (json) io.stdout.write(jsonLine({ sheet: sheet.name, result: 'taken', list: list.id, ...told, problems }))
  else
    io.stdout.write(
      `${printable(sheet.name)}: ${count(answers.length, 'person')} answered, ${count(decisions.length, 'decision')}, ${problems.length} to be asked again, ${untouched} untouched\n${problems.map(problemText).join('')}`,
    )
  return problems.length === 0
}

function problemText({ code, line, number, column }: Problem): string {
  const places = [
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(number === undefined ? [] : [`person ${number}`]),
    ...(column === undefined ? [] : [column]),
  ]
  return `  ${places.join(', ') || 'sheet'}: ${sheetProblems[code]} (${code})\n`
}
