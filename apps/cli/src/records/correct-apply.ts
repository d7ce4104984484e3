import { join, resolve } from 'node:path'
import { Fault } from '@vaxcert/core'
import { type FieldValues, fields } from '@vaxcert/records'
import { applyCorrections, type Consequence, type Correction, consequencesOf } from '@vaxcert/records/correct'
import { csvRow, fileSource, tableRows } from '@vaxcert/records/read'
import { Command, Option } from 'commander'
import { count } from '../count.ts'
import { negativeResult } from '../exit.ts'
import type { Io } from '../io.ts'
import { makeFolder } from '../make-folder.ts'
import { jsonLine } from '../terminal.ts'
import { doseRows } from './dose-rows.ts'
import { readHistory } from './history-file.ts'
import { inWords } from './in-words.ts'
import { type TextFile, textFile } from './text-file.ts'
import { correctWords } from './words-lists.ts'

interface Options {
  readonly history: string
  readonly certificates?: string
  readonly out: string
  readonly json: boolean
}

type Pending = Map<string, Correction[]>

const help = `
A corrected dose is matched and confirmed anew before it is issued anew: reissue.csv names it. What could not be corrected is
in open.ndjson and left as it was; the exit code is then 1. What is to be revoked goes to the register so:
  $ xargs -n 500 vaxcert revoke add --register revoked.ndjson --exact --uvci < corrected/revoke.txt`

/** `vaxcert correct apply`. */
export function correctApplyCommand(io: Io): Command {
  return new Command('apply')
    .description('Write the doses as approved reports correct them, and what follows for certificates.')
    .argument('<doses>', 'the doses as they are now, CSV: what is corrected already stays')
    .addOption(new Option('--history <file>', 'the history: NDJSON').makeOptionMandatory())
    .option(
      '--certificates <file>',
      'what was issued: CSV with dose_id and ci, one line for each dose that counts in it',
    )
    .requiredOption('--out <dir>', 'folder for doses.csv, consequences.ndjson, revoke.txt, reissue.csv, open.ndjson')
    .addOption(new Option('--json', 'print one JSON line').default(false))
    .addHelpText('after', help)
    .action((doses: string, options: Options) => inWords(correctWords, () => apply(doses, options, io)))
}

/** What became of corrections: those that changed something now, and those that could not be done. */
interface Applied {
  readonly changed: Correction[]
  readonly open: { readonly dose: string; readonly code: string }[]
  corrected: number
}

async function apply(path: string, { history, certificates, out, json }: Options, io: Io): Promise<void> {
  const pending = await pendingCorrections(history, io)
  const issued = await issuedFor(certificates, pending, io)
  const folder = resolve(io.cwd, out)
  makeFolder(folder)
  const applied: Applied = { changed: [], open: [], corrected: 0 }
  const file = textFile(join(folder, 'doses.csv'))
  try {
    await writeDoses(path, pending, file, applied, io)
  } finally {
    file.close()
  }
  const consequences = consequencesOf(applied.changed, (dose) => issued.get(dose) ?? [])
  writeConsequences(folder, consequences)
  writeLines(
    join(folder, 'open.ndjson'),
    applied.open.map((one) => JSON.stringify(one)),
  )
  const { corrected, open } = applied
  const told = { corrected, open: open.length, revoked: consequences.length }
  io.stdout.write(json ? jsonLine(told) : summary(told, open))
  if (open.length > 0) throw negativeResult()
}

function summary({ corrected, revoked }: { corrected: number; revoked: number }, open: Applied['open']): string {
  const codes = [...new Set(open.map(({ code }) => code))]
  const left = codes.map((code) => {
    const many = open.filter((one) => one.code === code).length
    return `  ${count(many, 'dose')}: ${(correctWords as Readonly<Record<string, string>>)[code]} (${code})\n`
  })
  return `${count(corrected, 'dose')} corrected, ${count(revoked, 'certificate')} to be revoked\n${left.join('')}`
}

/** The corrections of all approved reports, by dose, in their order. */
async function pendingCorrections(path: string, io: Io): Promise<Pending> {
  const pending: Pending = new Map()
  await readHistory(path, io, (event) => {
    if (event.step !== 'approved') return
    for (const correction of event.corrections) {
      const own = pending.get(correction.dose)
      if (own === undefined) pending.set(correction.dose, [correction])
      else own.push(correction)
    }
  })
  return pending
}

async function writeDoses(path: string, pending: Pending, file: TextFile, applied: Applied, io: Io): Promise<void> {
  file.write(csvRow(fields))
  const write = (values: Readonly<FieldValues>): void => file.write(csvRow(fields.map((field) => values[field])))
  const left = new Map(pending)
  for await (const dose of doseRows(path, io)) {
    const corrections = left.get(dose.dose_id)
    left.delete(dose.dose_id)
    write((corrections && afterwards(dose.dose_id, dose, corrections, applied)) ?? dose)
  }
  for (const [id, corrections] of left) {
    const added = afterwards(id, undefined, corrections, applied)
    if (added !== undefined) write(added)
  }
}

/** A dose after its corrections, or undefined where they could not be done, which is noted. */
function afterwards(
  id: string,
  dose: Readonly<FieldValues> | undefined,
  corrections: readonly Correction[],
  applied: Applied,
): Readonly<FieldValues> | undefined {
  try {
    const after = applyCorrections(new Map(dose && [[id, dose]]), corrections).get(id)
    if (dose !== undefined && fields.every((field) => dose[field] === after?.[field])) return dose
    applied.corrected += 1
    applied.changed.push(...corrections)
    return after
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    applied.open.push({ dose: id, code: error.code })
    return undefined
  }
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

/** What follows, and the same as lists: identifiers for `revoke add`, doses for `issue`. */
function writeConsequences(folder: string, consequences: readonly Consequence[]): void {
  const again = consequences.filter(({ action }) => action === 'revoke-and-reissue')
  writeLines(
    join(folder, 'consequences.ndjson'),
    consequences.map((one) => JSON.stringify(one)),
  )
  writeLines(
    join(folder, 'revoke.txt'),
    consequences.map(({ ci }) => ci),
  )
  const reissue = textFile(join(folder, 'reissue.csv'))
  for (const cells of [['dose_id', 'ci'], ...again.map(({ dose, ci }) => [dose, ci])]) reissue.write(csvRow(cells))
  reissue.close()
}

function writeLines(path: string, lines: readonly string[]): void {
  const file = textFile(path)
  for (const line of lines) file.write(`${line}\n`)
  file.close()
}
