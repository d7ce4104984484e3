import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fields, type UnreadRow } from '@vaxcert/records'
import { csvRow, guardedCsvRow } from '@vaxcert/records/read'
import { cleanCells, findingCells, listedCells, refusedCells } from './output-cells.ts'
import type { JudgedRow } from './row-pass.ts'
import { textFile } from './text-file.ts'

/** Everything that a cleansing writes, in the order in which it is put in its place. */
export const outputNames = [
  ...['clean.csv', 'listed.csv', 'refused.csv', 'findings.csv', 'doubles.csv', 'columns.json', 'summary.json'],
] as const

/** Where rows go. Nothing stands under its name before `finish`. */
export interface CleanseOutputs {
  add(row: JudgedRow): void
  refuse(row: UnreadRow): void
  /** Puts every file in its place. Summary last: where it stands, all of them are of one run. */
  finish(columns: object, summary: object): void
}

const UNFINISHED = 'unfinished'
const headings: Readonly<Record<string, readonly string[]>> = {
  'clean.csv': ['row', ...fields],
  'listed.csv': ['row', 'file', 'line', ...fields, 'rules', 'reasons', 'reasons_en'],
  'refused.csv': ['row', 'file', 'line', 'reason', 'reason_words', 'text'],
  'findings.csv': ['row', 'rule', 'severity', 'field', 'before', 'after', 'applied', 'others'],
  'doubles.csv': ['row', 'kept', 'rule'],
}

/** Begins anew in the folder's own subfolder; what a run that was cut has left there goes. */
export function openOutputs(folder: string): CleanseOutputs {
  const unfinished = join(folder, UNFINISHED)
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  const file = (name: string) => {
    const opened = textFile(join(unfinished, name))
    opened.write(csvRow(headings[name] ?? []))
    return opened
  }
  const [clean, listed, refused] = [file('clean.csv'), file('listed.csv'), file('refused.csv')]
  const [findings, doubles] = [file('findings.csv'), file('doubles.csv')]
  return {
    add(row) {
      if (row.disposition === 'clean') clean.write(csvRow(cleanCells(row)))
      else listed.write(guardedCsvRow(listedCells(row)))
      for (const finding of row.findings) findings.write(guardedCsvRow(findingCells(row, finding)))
      if (row.mergedInto !== undefined) doubles.write(csvRow(doubleCells(row, row.mergedInto)))
    },
    refuse: (row) => refused.write(guardedCsvRow(refusedCells(row))),
    finish(columns, summary) {
      for (const open of [clean, listed, refused, findings, doubles]) open.close()
      writeFileSync(join(unfinished, 'columns.json'), `${JSON.stringify(columns, null, 2)}\n`, { mode: 0o600 })
      writeFileSync(join(unfinished, 'summary.json'), `${JSON.stringify(summary)}\n`, { mode: 0o600 })
      putInPlace(folder)
    },
  }
}

function doubleCells({ place, findings }: JudgedRow, kept: number): readonly string[] {
  const rule = findings.find(({ rule, others }) => rule.startsWith('DU-') && others?.includes(kept))?.rule
  return [`${place.row}`, `${kept}`, rule ?? findings.find((one) => one.rule.startsWith('DU-'))?.rule ?? '']
}

function putInPlace(folder: string): void {
  rmSync(join(folder, 'summary.json'), { force: true })
  for (const name of outputNames) renameSync(join(folder, UNFINISHED, name), join(folder, name))
  rmSync(join(folder, UNFINISHED), { recursive: true })
}

/** Whether a path is one that a cleansing into the folder would write over. */
export function isOutput(path: string, folder: string): boolean {
  return outputNames.some((name) => join(folder, name) === path) || path.startsWith(join(folder, UNFINISHED))
}
