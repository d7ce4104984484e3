import { csvLine } from '../doses/csv-writer.ts'
import type { DoseFile, DoseRow } from '../doses/dose-file.ts'
import { wordsOf } from '../words.ts'

/**
 * What `refused.csv` says beside the columns of the dose file: the line there, the code, the code in words, and
 * the line as it stood where the columns do not tell all of it. Somebody who has corrected the rows can hand the
 * file in again as it is: these columns are ours and are left out of the next one.
 */
const ourColumns = ['refused_line', 'refused_code', 'refused_reason', 'refused_text']

/** The header of `refused.csv`. */
export function refusedHeader({ columns }: DoseFile): string {
  return csvLine([...columns.filter(isTheirs), ...ourColumns])
}

/** One refused row. */
export function refusedLine({ columns }: DoseFile, { line, cells, text = '' }: DoseRow, code: string): string {
  const theirs = columns.flatMap((column, index) => (isTheirs(column) ? [cells?.[index] ?? ''] : []))
  return csvLine([...theirs, String(line), code, wordsOf(code), text])
}

function isTheirs(column: string): boolean {
  return !ourColumns.includes(column)
}
