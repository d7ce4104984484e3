import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fields, type UnreadRow } from '@vaxcert/records'
import { csvRow, guardedCsvRow } from '@vaxcert/records/read'
import { type DecidedLine, decidedCells, decidedHeadings } from './decided-cells.ts'
import { cleanCells, findingCells, listedCells, refusedCells } from './output-cells.ts'
import type { JudgedRow } from './row-pass.ts'
import { closeRunFolder, folderAt, isSameRun, type RunFolder, type RunMark, unfinishedFolder } from './run-folder.ts'
import { type TextFile, textFile } from './text-file.ts'

/** Where rows go. Nothing stands under its name before `finish`. */
export interface CleanseOutputs {
  add(row: JudgedRow): void
  refuse(row: UnreadRow): void
  /** A decision, and what came of it. */
  decided(line: DecidedLine): void
  /** Brings all of it to the disk: where a later run may go on. */
  sync(): Offsets
  /** Puts every file in its place. Summary last: where it stands, all of them are of one run. */
  finish(columns: object, summary: object): void
}

const headings = {
  'clean.csv': ['row', ...fields],
  'listed.csv': ['row', 'file', 'line', ...fields, 'rules', 'reasons', 'reasons_en'],
  'refused.csv': ['row', 'file', 'line', 'reason', 'reason_words', 'text'],
  'findings.csv': ['row', 'rule', 'severity', 'field', 'before', 'after', 'applied', 'others'],
  'doubles.csv': ['row', 'kept', 'rule'],
  'decided.csv': decidedHeadings,
} as const

type Table = keyof typeof headings
const tables = Object.keys(headings) as readonly Table[]

/** Length of each table, in bytes. */
export type Offsets = Readonly<Record<Table, number>>

/** Everything that a cleansing writes, in the order in which it is put in its place. */
export const outputNames: readonly string[] = [...tables, 'columns.json', 'summary.json']

/** All of it is written, and nothing is left but to put it in its place. */
const WHOLE = 'whole.json'

/** Whether what stands there reaches as far as it did. */
export function reaches({ path }: RunFolder, offsets: Offsets): boolean {
  return tables.every((name) => existsSync(join(path, name)) && statSync(join(path, name)).size >= offsets[name])
}

/** Begins the tables of a run, or goes on behind `offsets`. */
export function openOutputs(out: string, folder: RunFolder, offsets?: Offsets): CleanseOutputs {
  const files = Object.fromEntries(tables.map((name) => [name, openTable(folder, name, offsets)])) as TableFiles
  return {
    add(row) {
      if (row.disposition === 'clean') files['clean.csv'].write(csvRow(cleanCells(row)))
      else files['listed.csv'].write(guardedCsvRow(listedCells(row)))
      for (const finding of row.findings) files['findings.csv'].write(guardedCsvRow(findingCells(row, finding)))
      if (row.mergedInto !== undefined) files['doubles.csv'].write(csvRow(doubleCells(row, row.mergedInto)))
    },
    refuse: (row) => files['refused.csv'].write(guardedCsvRow(refusedCells(row))),
    decided: (line) => files['decided.csv'].write(guardedCsvRow(decidedCells(line))),
    sync: () => Object.fromEntries(tables.map((name) => [name, files[name].sync()])) as Offsets,
    finish(columns, summary) {
      for (const name of tables) files[name].sync()
      for (const name of tables) files[name].close()
      folder.save('columns.json', columns, 2)
      folder.save('summary.json', summary)
      folder.save(WHOLE, {})
      putInPlace(out, folder)
    },
  }
}

type TableFiles = Readonly<Record<Table, TextFile>>

function openTable({ path }: RunFolder, name: Table, offsets?: Offsets): TextFile {
  const opened = textFile(join(path, name), { from: offsets?.[name] ?? 0 })
  if (offsets === undefined) opened.write(csvRow(headings[name]))
  return opened
}

/**
 * Ends a run that was cut while its files were put in their places. Answers whether it was the one that is meant: then
 * nothing is left to be done.
 */
export function wasWhole(out: string, mark: RunMark): boolean {
  const folder = folderAt(unfinishedFolder(out))
  if (!folder.has(WHOLE)) return false
  const isMeant = isSameRun(folder, mark)
  putInPlace(out, folder)
  return isMeant
}

function putInPlace(out: string, folder: RunFolder): void {
  const written = outputNames.filter((name) => folder.has(name))
  if (written.length > 0) rmSync(join(out, 'summary.json'), { force: true })
  for (const name of written) renameSync(join(folder.path, name), join(out, name))
  closeRunFolder(folder)
}

function doubleCells({ place, findings }: JudgedRow, kept: number): readonly string[] {
  const rule = findings.find(({ rule, others }) => rule.startsWith('DU-') && others?.includes(kept))?.rule
  return [`${place.row}`, `${kept}`, rule ?? findings.find((one) => one.rule.startsWith('DU-'))?.rule ?? '']
}

/** Whether a path is one that a cleansing into the folder would write over. */
export function isOutput(path: string, folder: string): boolean {
  return outputNames.some((name) => join(folder, name) === path) || path.startsWith(unfinishedFolder(folder))
}
