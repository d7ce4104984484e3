import { join, resolve } from 'node:path'
import { type FieldValues, fields } from '@vaxcert/records'
import { applyCorrections, type Consequence, type Correction, consequencesOf } from '@vaxcert/records/correct'
import { csvRow, fileSource, tableRows } from '@vaxcert/records/read'
import { Command, Option } from 'commander'
import { count } from '../count.ts'
import type { Io } from '../io.ts'
import { makeFolder } from '../make-folder.ts'
import { jsonLine } from '../terminal.ts'
import { doseRows } from './dose-rows.ts'
import { readHistory } from './history-file.ts'
import { type TextFile, textFile } from './text-file.ts'

interface Options {
  readonly history: string
  readonly certificates?: string
  readonly out: string
  readonly json: boolean
}

type Pending = Map<string, Correction[]>

/** `vaxcert correct apply`. */
export function correctApplyCommand(io: Io): Command {
  return new Command('apply')
    .description('Write the doses as approved reports correct them, and what follows for certificates.')
    .argument('<doses>', 'the doses as they were received by the first run of the history, CSV')
    .addOption(new Option('--history <file>', 'the history: NDJSON').makeOptionMandatory())
    .option(
      '--certificates <file>',
      'what was issued: CSV with dose_id and ci, one line for each dose that counts in it',
    )
    .requiredOption('--out <dir>', 'folder for doses.csv and consequences.ndjson')
    .addOption(new Option('--json', 'print one JSON line').default(false))
    .action((doses: string, options: Options) => apply(doses, options, io))
}

async function apply(path: string, { history, certificates, out, json }: Options, io: Io): Promise<void> {
  const pending = await pendingCorrections(history, io)
  const issued = await issuedFor(certificates, pending, io)
  const folder = resolve(io.cwd, out)
  makeFolder(folder)
  const consequences = consequencesOf([...pending.values()].flat(), (dose) => issued.get(dose) ?? [])
  const file = textFile(join(folder, 'doses.csv'))
  const corrected = pending.size
  try {
    await writeDoses(path, pending, file, io)
  } finally {
    file.close()
  }
  writeConsequences(join(folder, 'consequences.ndjson'), consequences)
  const told = { corrected, revoked: consequences.length }
  io.stdout.write(
    json
      ? jsonLine(told)
      : `${count(corrected, 'dose')} corrected, ${count(consequences.length, 'certificate')} to be revoked\n`,
  )
}

/** The corrections of all approved reports, by dose, in their order. */
async function pendingCorrections(path: string, io: Io): Promise<Pending> {
  const pending: Pending = new Map()
  await readHistory(path, io, (event) => {
    if (event.step !== 'approved') return
    for (const correction of event.corrections) {
      pending.set(correction.dose, [...(pending.get(correction.dose) ?? []), correction])
    }
  })
  return pending
}

async function writeDoses(path: string, pending: Pending, file: TextFile, io: Io): Promise<void> {
  file.write(csvRow(fields))
  const write = (values: Readonly<FieldValues>): void => file.write(csvRow(fields.map((field) => values[field])))
  for await (const dose of doseRows(path, io)) {
    const corrections = pending.get(dose.dose_id)
    if (corrections === undefined) write(dose)
    else {
      for (const after of applyCorrections(new Map([[dose.dose_id, dose]]), corrections).values()) write(after)
      pending.delete(dose.dose_id)
    }
  }
  for (const corrections of pending.values())
    for (const added of applyCorrections(new Map(), corrections).values()) write(added)
}

type Issued = ReadonlyMap<string, readonly { readonly ci: string; readonly isOwn: boolean }[]>

/** Of what was issued, the lines about doses that are corrected: `own` says "no" where a later dose has the certificate. */
async function issuedFor(path: string | undefined, pending: Pending, io: Io): Promise<Issued> {
  const issued = new Map<string, { ci: string; isOwn: boolean }[]>()
  if (path === undefined) return issued
  let columns: readonly string[] = []
  for await (const rows of tableRows(fileSource(resolve(io.cwd, path)), 'dose_id')) {
    for (const { cells = [] } of rows) {
      if (columns.length === 0) columns = cells
      const [dose, ci, own] = ['dose_id', 'ci', 'own'].map((name) => cells[columns.indexOf(name)] ?? '')
      if (dose === undefined || ci === undefined || ci === '' || !pending.has(dose)) continue
      issued.set(dose, [...(issued.get(dose) ?? []), { ci, isOwn: own !== 'no' }])
    }
  }
  return issued
}

function writeConsequences(path: string, consequences: readonly Consequence[]): void {
  const file = textFile(path)
  for (const consequence of consequences) file.write(`${JSON.stringify(consequence)}\n`)
  file.close()
}
