import { textFile } from '../../records/text-file.ts'
import { type ColumnForms, columns, type Dirt } from '../column-forms.ts'
import type { SamplePlan } from '../plan.ts'
import { randomOf } from '../random.ts'
import type { SampleRow } from '../sample-row.ts'

/** The file that is to be cleansed. */
export interface DoseFile {
  /** Writes a row. Now and then it cannot be read; then the answer says why. */
  add(row: SampleRow): 'cells' | 'encoding' | undefined
  close(): void
}

const broken: Readonly<Record<Dirt, number>> = { light: 50, real: 400, harsh: 1_500, strange: 500 }

export function openDoses(path: string, forms: ColumnForms, { seed, dirt }: SamplePlan): DoseFile {
  const { delimiter, encoding, headings } = forms
  const file = textFile(path, { encoding: encoding === 'utf-16le' ? 'utf-16le' : 'utf-8' })
  const random = randomOf(seed, 106)
  if (encoding !== 'utf-8') file.write('\ufeff')
  file.write(`${columns.map((field) => headings[field] ?? field).join(delimiter)}\r\n`)
  return {
    add({ cells }) {
      const line = columns.map((field) => quoted(cells[field], delimiter)).join(delimiter)
      const damage = random.happens(broken[dirt]) ? random.pick(['cells', 'encoding'] as const) : undefined
      if (damage === 'encoding' && encoding !== 'utf-16le') {
        file.write(Buffer.concat([Buffer.from(line), Buffer.of(0xc3, 0x28, 0xff, 0x0d, 0x0a)]))
        return 'encoding'
      }
      file.write(damage === undefined ? `${line}\r\n` : `${line}${delimiter}a${delimiter}b\r\n`)
      return damage && 'cells'
    },
    close: file.close,
  }
}

function quoted(cell: string, delimiter: string): string {
  const mustQuote = cell.includes(delimiter) || cell.includes('"') || cell.includes('\n') || cell.includes('\r')
  return mustQuote ? `"${cell.replaceAll('"', '""')}"` : cell
}
