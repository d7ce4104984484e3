import { resolve } from 'node:path'
import type { Verdict } from '@vaxcert/core'
import { type FieldValues, fields } from '@vaxcert/records'
import { type AbroadCode, abroadProblem, doseOfCertificate } from '@vaxcert/records/abroad'
import { guardedCsvRow } from '@vaxcert/records/read'
import { Command, Option } from 'commander'
import { count } from '../count.ts'
import { judgeEach } from '../inputs/given.ts'
import type { Io } from '../io.ts'
import { makePrivateFolder } from '../make-folder.ts'
import { jsonLine, printable } from '../terminal.ts'
import { type JudgementOptions, judgement, readingOptions, trustOptions, verdictOf } from '../verdicts/judgement.ts'
import type { Unread } from '../verdicts/verdict-json.ts'
import { wordsOf } from '../words.ts'
import { abroadWords } from './abroad-words.ts'
import { placedFiles } from './placed-files.ts'
import type { TextFile } from './text-file.ts'

interface Options extends JudgementOptions {
  readonly out: string
  readonly json: boolean
}

const help = `
Each FILE holds certificate texts, one a line, or is a PNG or JPEG picture with a QR code. Without FILE, or with -,
standard input is read. Writes DIR/abroad.csv with a dose for each vaccination that is accepted: its country, and as its
evidence the digest of the certificate, never its text; and DIR/refused.csv with every other certificate and why. Both hold
personal data. Then write person_id, number, nationality and sex from the person's papers into abroad.csv, and cleanse it with
the other doses: it counts in its person's series; whether Viet Nam signs for it is policy, and by default it does not.
The exit code is 1 when a certificate was refused, 2 when a file could not be read.

Examples:
  $ vaxcert abroad passes/*.png --trust trust-list.json --out abroad
  $ vaxcert abroad texts.txt --snapshot held --at 2022-05-31T00:00:00Z --out abroad
  $ vaxcert cleanse doses.csv abroad/abroad.csv --out cleansed`

/** `vaxcert abroad`: certificates of other countries to doses with evidence. */
export function abroadCommand(io: Io): Command {
  const command = new Command('abroad')
    .description('Make dose records of certificates that other countries issued.')
    .argument('[file...]', 'texts or pictures')
  for (const option of [...trustOptions(), ...readingOptions()]) command.addOption(option)
  return command
    .addOption(new Option('--out <dir>', 'folder to write into').makeOptionMandatory())
    .addOption(new Option('--json', 'print the counts as one JSON line').default(false))
    .addHelpText('after', help)
    .action((files: readonly string[], options: Options) => abroad(files, options, io))
}

/** What came of the certificates. */
interface Tally {
  certificates: number
  doses: number
  refused: number
  readonly byReason: Record<string, number>
}

async function abroad(files: readonly string[], options: Options, io: Io): Promise<void> {
  const { how } = await judgement(options, io)
  const outputs = openOutputs(resolve(io.cwd, options.out))
  const tally: Tally = { certificates: 0, doses: 0, refused: 0, byReason: {} }
  try {
    await judgeEach(files, io, async (certificate) => {
      const found = await doseOrReason(await verdictOf(certificate, how))
      tally.certificates += 1
      if (typeof found === 'string') refuse(found, certificate.file, tally, outputs)
      else add(found, tally, outputs)
      return typeof found !== 'string'
    })
  } finally {
    outputs.finish()
    io.stdout.write(options.json ? jsonLine(tally) : tallyText(tally, options.out))
  }
}

async function doseOrReason(verdict: Verdict | Unread): Promise<FieldValues | string> {
  if (verdict.kind !== 'accepted') return verdict.code
  const dose = await doseOfCertificate(verdict)
  return abroadProblem(dose) ?? (dose as FieldValues)
}

function add(dose: FieldValues, tally: Tally, { doses }: Outputs): void {
  tally.doses += 1
  doses.write(guardedCsvRow(fields.map((field) => dose[field])))
}

function refuse(reason: string, file: string, tally: Tally, { refused }: Outputs): void {
  tally.refused += 1
  tally.byReason[reason] = (tally.byReason[reason] ?? 0) + 1
  refused.write(guardedCsvRow([`${tally.certificates}`, file, reason, reasonWords(reason)]))
}

function reasonWords(reason: string): string {
  return Object.hasOwn(abroadWords, reason) ? abroadWords[reason as AbroadCode] : wordsOf(reason)
}

interface Outputs {
  readonly doses: TextFile
  readonly refused: TextFile
  /** Puts both in their place. */
  finish(): void
}

function openOutputs(folder: string): Outputs {
  makePrivateFolder(folder)
  const { files, place } = placedFiles(folder, ['abroad.csv', 'refused.csv'])
  const { 'abroad.csv': doses, 'refused.csv': refused } = files
  doses.write(guardedCsvRow(fields))
  refused.write(guardedCsvRow(['certificate', 'file', 'reason', 'reason_words']))
  return { doses, refused, finish: place }
}

function tallyText({ certificates, doses, refused, byReason }: Tally, out: string): string {
  const reasons = Object.entries(byReason).toSorted(([, one], [, other]) => other - one)
  return [
    `${count(certificates, 'certificate')}: ${count(doses, 'dose')} abroad, ${refused} refused`,
    ...reasons.map(([reason, number]) => `  ${String(number).padStart(6)}  ${reasonWords(reason)} (${reason})`),
    `Written to ${printable(out)}: abroad.csv, refused.csv\n`,
  ].join('\n')
}
