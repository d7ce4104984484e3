import { csvRow } from '../../src/read/csv/csv-writer.ts'
import { bytesSource, type RecordSource } from '../../src/read/source.ts'
import type { CleansedFiles } from '../../src/report/cleansed-rows.ts'
import type { Gathered } from '../../src/report/gathered.ts'
import { measures } from '../../src/report/measures.ts'

/** A table as it is written by us. */
export function tableOf(rows: readonly (readonly string[])[]): RecordSource {
  return bytesSource('table.csv', Buffer.from(rows.map(csvRow).join('')))
}

export const rowHeadings = [
  ...['row', 'dose_id', 'person_id', 'facility', 'dose_class', 'dose_number', 'dose_date', 'entry_date', 'entry_mode'],
  ...['status', 'product'],
]

/** A row of clean.csv or listed.csv; what is not told is as of an ordinary first dose. */
export function rowOf(row: number, cells: Readonly<Record<string, string>> = {}): readonly string[] {
  const usual: Readonly<Record<string, string>> = {
    ...{ row: `${row}`, dose_id: `D${row}`, person_id: `P${row}`, facility: '19001', dose_class: 'Cơ bản' },
    ...{ dose_number: '1', dose_date: '2021-09-15', entry_date: '2021-09-15 09:00:00', entry_mode: 'Nhập trực tiếp' },
    ...{ status: 'Đã tiêm', product: 'EU/1/20/1528', rules: '' },
    ...cells,
  }
  return [...rowHeadings, ...('rules' in cells ? ['rules'] : [])].map((name) => usual[name] ?? '')
}

/** The files of a cleansing. */
export function cleansed(files: {
  readonly clean?: readonly (readonly string[])[]
  readonly listed?: readonly (readonly string[])[]
  readonly refused?: readonly string[]
  readonly doubles?: readonly number[]
}): CleansedFiles {
  const { clean = [], listed = [], refused = [], doubles = [] } = files
  return {
    clean: tableOf([rowHeadings, ...clean]),
    listed: tableOf([[...rowHeadings, 'rules'], ...listed]),
    refused: tableOf([['row', 'reason'], ...refused.map((reason, at) => [`${at + 1}`, reason])]),
    doubles: tableOf([['row', 'kept', 'rule'], ...doubles.map((row) => [`${row}`, '1', 'DU-02'])]),
  }
}

/** What was counted of given and entered doses, by facility. */
export function counted(doses: Readonly<Record<string, readonly [given: number, entered: number]>>): Gathered {
  return {
    measured: new Set(measures.filter((measure) => measure === 'given' || measure === 'entered')),
    cells: Object.entries(doses).map(([facility, [given, entered]]) => ({
      ...{ facility, doseClass: 'dose-1' },
      counts: { given, entered },
    })),
    persons: {},
    strangers: {},
  }
}
