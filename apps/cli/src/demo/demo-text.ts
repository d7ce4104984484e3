import { relative } from 'node:path'
import type { IssueTally } from '../certificates/issue-rows.ts'
import { refusalsText } from '../certificates/refusals-text.ts'
import { harmless } from '../terminal.ts'
import { word } from './command-line.ts'
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
}

/** What became of the confirmed doses. */
export function issuedText({ issued, pictures }: Pick<DemoResult, 'issued' | 'pictures'>): string {
  const refused = issued.rows - issued.issued
  return [
    `${count(issued.rows)} doses confirmed`,
    `${count(issued.issued)} certificates issued, each signed and drawn as a QR code`,
    `${count(pictures.accepted)} of these pictures read back and accepted by the verifier`,
    ...(pictures.notAccepted.size > 0 ? ['        NOT accepted:', refusalsText(pictures.notAccepted).trimEnd()] : []),
    ...(refused > 0 ? [`${count(refused)} refused:`, refusalsText(issued.refused).trimEnd()] : []),
    '',
    '',
  ].join('\n')
}

/** Where everything is, and what can be done with it. */
export function placesText({ sample, out, cwd, at, issued }: DemoResult): string {
  const folder = relative(cwd, out) || '.'
  const [first = ''] = issued.files
  return [
    'Where everything is:',
    `  ${harmless(folder)}/report/report.html   how far the province is; opens from disk`,
    `  ${harmless(folder)}/cleansed/            clean, listed and refused rows, and every finding`,
    `  ${harmless(folder)}/lists/lists/         a work-list for each commune and kind, XLSX and CSV`,
    `  ${harmless(folder)}/certificates/        a picture and a text for each certificate`,
    `  ${harmless(folder)}/certificates.ndjson  all certificates, one JSON line each`,
    `  ${harmless(folder)}/refused.csv          every confirmed dose that got none, with its code`,
    '',
    'What to try next:',
    `  npm run -s vaxcert -- verify ${word(`${folder}/${first}`)} --trust ${word(sample.trustList)} --at ${at}`,
    `  npm run -s vaxcert -- inspect ${word(`${folder}/${first}`)}`,
    '',
  ].join('\n')
}

function count(number: number): string {
  return `${String(number).padStart(7)} `
}
