import { join } from 'node:path'
import type { SheetWords } from './columns.ts'
import { officeLists, type RowCounts } from './hand-out.ts'
import type { MatchOutput } from './match-output.ts'
import type { CleansedOutput } from './open-rows.ts'
import { sheetLines } from './sheet.ts'
import { type WorkList, workLists } from './work-list.ts'
import { csvList } from './write-csv.ts'
import { xlsxList } from './write-xlsx.ts'

/** A list in the three forms in which it is written. */
export interface ExportedList {
  readonly list: WorkList
  readonly csv: string
  readonly xlsx: Buffer
}

export interface ExportOptions {
  /** Day of the export, "2022-05-06". */
  readonly issued: string
  readonly words: SheetWords
  /** What the register's answers were, where it was asked. */
  readonly match?: MatchOutput
  /** A folder that is made for the time of the export. */
  readonly folder: string
}

/**
 * The work-lists of a cleansed file, one after the other; `counts` grows meanwhile.
 * @throws Fault `worklist.input` where the files are not of `cleanse` or `match`
 */
export async function* exportLists(
  output: CleansedOutput,
  { issued, words, folder, match }: ExportOptions,
  counts: RowCounts,
): AsyncGenerator<ExportedList> {
  const serials = new Map<string, number>()
  const serial = (key: string): number => {
    const next = (serials.get(key) ?? 0) + 1
    serials.set(key, next)
    return next
  }
  for await (const own of officeLists(output, match, join(folder, 'spool'), counts)) {
    for (const list of workLists(own, issued, words, serial)) {
      const lines = sheetLines(list, words)
      yield { list, csv: csvList(lines), xlsx: xlsxList(lines, words) }
    }
  }
}
