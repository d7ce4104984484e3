import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FieldValues, fields } from '@vaxcert/records'
import { csvRow, guardedCsvRow } from '@vaxcert/records/read'
import { textFile } from './text-file.ts'
import { wrongColumns } from './wrong-cells.ts'

/** What a matching writes, in the order in which it is put in its place. asked.csv is not among them: it only grows. */
export const matchNames = [
  ...['right.csv', 'wrong.csv', 'unknown.csv', 'identities.csv', 'links.csv', 'summary.json'],
] as const

/** Where doses go. Nothing stands under its name before `finish`. */
export interface MatchOutputs {
  right(row: number, values: Readonly<FieldValues>): void
  /** `found`: what follows the fields, of `wrongColumns`. */
  wrong(row: number, values: Readonly<FieldValues>, found: readonly string[]): void
  unknown(row: number, values: Readonly<FieldValues>): void
  identity(cells: readonly string[]): void
  link(row: number, other: number, reason: 'same-person' | 'near-dose'): void
  /** Puts every file in its place. Summary last: where it stands, all of them are of one run. */
  finish(summary: object): void
}

const UNFINISHED = 'unfinished'

export function openMatchOutputs(folder: string): MatchOutputs {
  const unfinished = join(folder, UNFINISHED)
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  const file = (name: string, headings: readonly string[]) => {
    const opened = textFile(join(unfinished, name))
    opened.write(csvRow(headings))
    return opened
  }
  const right = file('right.csv', ['row', ...fields])
  const wrong = file('wrong.csv', ['row', ...fields, ...wrongColumns])
  const unknown = file('unknown.csv', ['row', ...fields])
  const identities = file('identities.csv', ['dose_id', 'verified', 'edited', 'identity'])
  const links = file('links.csv', ['row', 'other', 'reason'])
  return {
    right: (row, values) => right.write(csvRow([`${row}`, ...cellsOf(values)])),
    wrong: (row, values, found) => wrong.write(guardedCsvRow([`${row}`, ...cellsOf(values), ...found])),
    unknown: (row, values) => unknown.write(csvRow([`${row}`, ...cellsOf(values)])),
    identity: (cells) => identities.write(csvRow(cells)),
    link: (row, other, reason) => links.write(csvRow([`${row}`, `${other}`, reason])),
    finish(summary) {
      for (const open of [right, wrong, unknown, identities, links]) open.close()
      writeFileSync(join(unfinished, 'summary.json'), `${JSON.stringify(summary)}\n`, { mode: 0o600 })
      rmSync(join(folder, 'summary.json'), { force: true })
      for (const name of matchNames) renameSync(join(unfinished, name), join(folder, name))
      rmSync(unfinished, { recursive: true })
    },
  }
}

function cellsOf(values: Readonly<FieldValues>): readonly string[] {
  return fields.map((field) => values[field])
}
