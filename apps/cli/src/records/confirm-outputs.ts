import { resolve } from 'node:path'
import { type FieldValues, fields } from '@vaxcert/records'
import type { UnconfirmedCode } from '@vaxcert/records/confirm'
import { csvRow, guardedCsvRow } from '@vaxcert/records/read'
import type { Io } from '../io.ts'
import { makePrivateFolder } from '../make-folder.ts'
import { placedFiles } from './placed-files.ts'
import { confirmWords } from './words-lists.ts'

/** Where a check writes: doses that may be signed, and those that may not, each dose once. Nothing stands there before `finish`. */
export interface ConfirmOutputs {
  add(dose: Readonly<FieldValues>, code: UnconfirmedCode | undefined): void
  /** A confirmation that is right, by its print: for a later check, after its certificate was withdrawn. */
  seen(print: string): void
  finish(summary: object): void
  /** Where the check came to no end. */
  discard(): void
}

/** `confirmed.csv`, as `issue` takes it, `left.csv` with reasons, `seen.csv`, `summary.json`. Without a folder nothing is written. */
export function openConfirmOutputs(out: string | undefined, io: Io): ConfirmOutputs {
  if (out === undefined) return { add() {}, seen() {}, finish() {}, discard() {} }
  const folder = resolve(io.cwd, out)
  makePrivateFolder(folder)
  const { files, place, discard } = placedFiles(folder, ['confirmed.csv', 'left.csv', 'seen.csv', 'summary.json'])
  const { 'confirmed.csv': confirmed, 'left.csv': left, 'seen.csv': seen } = files
  confirmed.write(csvRow(fields))
  left.write(csvRow(['dose_id', 'facility', 'code', 'reason']))
  seen.write(csvRow(['print']))
  return {
    add(dose, code) {
      if (code === undefined) confirmed.write(csvRow(fields.map((field) => dose[field])))
      else left.write(guardedCsvRow([dose.dose_id, dose.facility, code, confirmWords[code]]))
    },
    seen: (print) => seen.write(csvRow([print])),
    finish(summary) {
      files['summary.json'].write(`${JSON.stringify(summary)}\n`)
      place()
    },
    discard,
  }
}
