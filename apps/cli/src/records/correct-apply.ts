import { resolve } from 'node:path'
import { Fault } from '@vaxcert/core'
import { type FieldValues, fields } from '@vaxcert/records'
import { applyCorrections, type Consequence, type Correction, consequencesOf } from '@vaxcert/records/correct'
import { csvRow } from '@vaxcert/records/read'
import { Command, Option } from 'commander'
import { count } from '../count.ts'
import { negativeResult } from '../exit.ts'
import type { Io } from '../io.ts'
import { makePrivateFolder } from '../make-folder.ts'
import { jsonLine } from '../terminal.ts'
import { doseRows } from './dose-rows.ts'
import { readHistory } from './history-file.ts'
import { inWords } from './in-words.ts'
import { readIssued } from './issued.ts'
import { namedKept, type OpenCorrection } from './kept-doses.ts'
import { placedFiles } from './placed-files.ts'
import type { TextFile } from './text-file.ts'
import { correctWords } from './words-lists.ts'

interface Options {
  readonly history: string
  readonly certificates?: string
  readonly cleansed?: string
  readonly out: string
  readonly json: boolean
}

type Pending = Map<string, Correction[]>

/** In the order in which they are put in their place: the doses last, so that what follows from them is there. */
const outputs = ['consequences.ndjson', 'revoke.txt', 'reissue.csv', 'open.ndjson', 'doses.csv'] as const
type Files = Readonly<Record<(typeof outputs)[number], TextFile>>

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
      'what was issued: certificates.ndjson of vaxcert issue, or CSV with dose_id and ci, a line for each dose that counts in it',
    )
    .option(
      '--cleansed <dir>',
      'folder of `vaxcert cleanse`: of a double that was merged, the dose that was kept is named',
    )
    .requiredOption('--out <dir>', 'folder for doses.csv, consequences.ndjson, revoke.txt, reissue.csv, open.ndjson')
    .addOption(new Option('--json', 'print one JSON line').default(false))
    .addHelpText('after', help)
    .action((doses: string, options: Options) => inWords(correctWords, () => apply(doses, options, io)))
}

/** What became of corrections: those that changed something now, and those that could not be done. */
interface Applied {
  readonly changed: Correction[]
  open: OpenCorrection[]
  corrected: number
}

async function apply(path: string, { history, certificates, cleansed, out, json }: Options, io: Io): Promise<void> {
  const pending = await pendingCorrections(history, io)
  const issued =
    certificates === undefined ? undefined : await readIssued(certificates, (dose) => pending.has(dose), io)
  const folder = resolve(io.cwd, out)
  makePrivateFolder(folder)
  const applied: Applied = { changed: [], open: [], corrected: 0 }
  const { files, place, discard } = placedFiles(folder, outputs)
  const consequences = await writeDoses(path, pending, files['doses.csv'], applied, io).then(
    () => consequencesOf(applied.changed, (dose) => issued?.get(dose) ?? []),
    (error) => {
      discard()
      throw error
    },
  )
  if (cleansed !== undefined) applied.open = await namedKept(applied.open, resolve(io.cwd, cleansed))
  writeConsequences(files, consequences)
  writeLines(
    files['open.ndjson'],
    applied.open.map((one) => JSON.stringify(one)),
  )
  place()
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

/** What follows, and the same as lists: identifiers for `revoke add`, doses for `issue`. */
function writeConsequences(files: Files, consequences: readonly Consequence[]): void {
  const again = consequences.filter(({ action }) => action === 'revoke-and-reissue')
  writeLines(
    files['consequences.ndjson'],
    consequences.map((one) => JSON.stringify(one)),
  )
  writeLines(
    files['revoke.txt'],
    consequences.map(({ ci }) => ci),
  )
  const rows = [['dose_id', 'ci'], ...again.map(({ dose, ci }) => [dose, ci])]
  for (const cells of rows) files['reissue.csv'].write(csvRow(cells))
}

function writeLines(file: TextFile, lines: readonly string[]): void {
  for (const line of lines) file.write(`${line}\n`)
}
