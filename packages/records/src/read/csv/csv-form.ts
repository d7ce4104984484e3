import { Fault } from '@vaxcert/core/fault'
import type { Encoding } from '../encoding.ts'
import { fileLimits } from '../file-limits.ts'
import { bestHeading, findHeading, type Heading, type TopRow } from '../find-heading.ts'
import type { Mapping } from '../mapping.ts'
import { sampleText } from '../sample-text.ts'
import { quotedCells } from './quoted-row.ts'
import { rowCutter } from './row-cutter.ts'

/** How a CSV file is written. */
export interface CsvForm extends Heading {
  readonly delimiter: string
}

const delimiters = [',', ';', '\t', '|'] as const

/**
 * Finds the delimiter and the heading row from the first bytes of a file: the delimiter under which a row has most
 * known headings.
 * @throws Fault `record.heading` when there is none
 */
export async function detectCsvForm(sample: Buffer, encoding: Encoding, mapping: Mapping): Promise<CsvForm> {
  if (sample.length === 0) throw new Fault('record.empty', 'the file is empty')
  const text = Buffer.from(await sampleText(sample, encoding))
  const candidates = delimiters.map((delimiter) => {
    const rows = topRows(text, delimiter)
    return { delimiter, rows, known: bestHeading(rows, mapping).known }
  })
  const best = candidates.reduce((first, second) => (second.known > first.known ? second : first))
  return { delimiter: best.delimiter, ...findHeading(best.rows, mapping) }
}

function topRows(text: Buffer, delimiter: string): readonly TopRow[] {
  const { frames } = rowCutter({ rowBytes: fileLimits.rowBytes, delimiter: delimiter.charCodeAt(0) })(text, true)
  const whole = frames.slice(0, fileLimits.headingRows).filter(({ broken }) => broken === undefined)
  return whole.map(({ line, start, end, isQuoted }) => {
    const row = text.toString('utf8', start, end)
    const cells = isQuoted ? quotedCells(row, delimiter) : row.split(delimiter)
    return { line, cells: cells.slice(0, fileLimits.cells) }
  })
}
