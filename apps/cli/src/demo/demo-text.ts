import { relative } from 'node:path'
import type { IssueTally } from '../certificates/issue-rows.ts'
import { refusalsText } from '../certificates/refusals-text.ts'
import { harmless } from '../terminal.ts'
import type { PictureTally } from './read-pictures-back.ts'
import type { SampleFiles } from './sample-files.ts'

export interface DemoResult {
  readonly sample: SampleFiles
  /** Folder written into, and the one the command was called from. */
  readonly out: string
  readonly cwd: string
  readonly at: string
  readonly issued: IssueTally
  readonly pictures: PictureTally
  readonly seconds: number
}

/** The summary of a demo run. */
export function demoText(result: DemoResult): string {
  const { issued, pictures, seconds } = result
  const refused = issued.rows - issued.issued
  return [
    `${count(issued.rows)} dose records read from ${harmless(result.sample.doses)}`,
    `${count(issued.issued)} certificates issued, each signed and drawn as a QR code`,
    `${count(pictures.accepted)} of these pictures read back and accepted by the verifier`,
    ...(pictures.notAccepted.size > 0 ? ['        NOT accepted:', refusalsText(pictures.notAccepted).trimEnd()] : []),
    `${count(refused)} records refused:`,
    refusalsText(issued.refused).trimEnd(),
    `${seconds.toFixed(1).padStart(7)}  seconds`,
    '',
    ...placesAndNext(result),
    '',
  ].join('\n')
}

function placesAndNext({ sample, out, cwd, at, issued }: DemoResult): readonly string[] {
  const folder = relative(cwd, out) || '.'
  const [first = ''] = issued.files
  return [
    'Where everything is:',
    `  ${harmless(folder)}/certificates/        a picture and a text for each certificate`,
    `  ${harmless(folder)}/certificates.ndjson  all certificates, one JSON line each`,
    `  ${harmless(folder)}/refused.csv          every refused record with its code`,
    '',
    'What to try next:',
    `  npm run -s vaxcert -- verify ${word(`${folder}/${first}`)} --trust ${word(sample.trustList)} --at ${at}`,
    `  npm run -s vaxcert -- inspect ${word(`${folder}/${first}`)}`,
  ]
}

/** A path as one word of a POSIX shell's command line. */
export function word(path: string): string {
  const shown = harmless(path)
  return /^[\w./-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", "'\\''")}'`
}

function count(number: number): string {
  return `${String(number).padStart(7)} `
}
