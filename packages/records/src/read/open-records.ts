import type { ReadRow } from '../record.ts'
import { detectCsvForm } from './csv/csv-form.ts'
import { csvRows, type RowReading } from './csv/csv-rows.ts'
import { detectEncoding, type Encoding } from './encoding.ts'
import { fhirItems } from './fhir/fhir-item.ts'
import { gatherPatients } from './fhir/gather-patients.ts'
import { detectFormat, type FileFormat } from './file-format.ts'
import { fileLimits } from './file-limits.ts'
import { arrayRows } from './json/array-rows.ts'
import { flatItems } from './json/flat-item.ts'
import { ndjsonRows } from './json/ndjson-rows.ts'
import type { Layout } from './layout.ts'
import { type Mapping, noMapping } from './mapping.ts'
import { sampleText } from './sample-text.ts'
import { firstBytes, type RecordSource } from './source.ts'
import { chooseSheet, xlsxRows } from './xlsx/sheet-rows.ts'
import { openWorkbook } from './xlsx/workbook.ts'

export interface ReadOptions {
  readonly mapping?: Mapping
  /** Number of the first row within the run: one more than the rows of the files before. */
  readonly firstRow?: number
  /** The file is one of ours for people, cells guarded against formulas: take the guards off. */
  readonly isGuarded?: boolean
  /** Sheet of a workbook; without it the first that has a heading row. */
  readonly sheet?: string
  /** Other files of the run in which FHIR Patients are. */
  readonly companions?: readonly RecordSource[]
}

/** A file of dose records whose form is known. */
export interface RecordFile {
  readonly name: string
  readonly format: FileFormat
  /** As its first bytes say. */
  readonly encoding: Encoding
  /** The system or office it comes from, where the mapping says so. */
  readonly source: string | undefined
  /** Headings, what they mean, and the columns that no field takes (`extra`). */
  readonly layout: Layout
  /** Sheets with a heading row that are not read: there are rows in them too. */
  readonly otherSheets: readonly string[]
  /**
   * Its rows, in batches, from the start each time it is called. Reading never throws for what stands in a row.
   * @throws Fault `record.workbook`, `record.too-large` for a workbook that breaks off or bursts
   */
  rows(): AsyncIterable<readonly ReadRow[]>
}

/** What is known of a file once its beginning was looked at. */
interface Opened {
  readonly layout: Layout
  readonly otherSheets?: readonly string[]
  rows(): AsyncIterable<readonly ReadRow[]>
}

/**
 * Opens a file of dose records: CSV, XLSX, NDJSON, a JSON array, FHIR R4. Files of any size are read in memory that does
 * not grow, but for workbooks (bounded) and FHIR Patients (bounded).
 * @throws Fault `record.empty`, `record.heading`, `record.workbook`, `record.too-large`, `record.patients`
 */
export async function openRecords(source: RecordSource, options: ReadOptions = {}): Promise<RecordFile> {
  const sample = await firstBytes(source, fileLimits.sampleBytes)
  const encoding = detectEncoding(sample)
  const format = detectFormat(sample, await sampleText(sample, encoding))
  const { isGuarded = false, firstRow = 1, mapping = noMapping } = options
  const reading: RowReading = { source, encoding, sample, isGuarded, firstRow }
  const opened = await openAs(format, reading, mapping, options)
  return { name: source.name, format, encoding, source: mapping.source, otherSheets: [], ...opened }
}

function openAs(format: FileFormat, reading: RowReading, mapping: Mapping, options: ReadOptions): Promise<Opened> {
  if (format === 'csv') return openCsv(reading, mapping)
  if (format === 'xlsx') return openSheet(reading, mapping, options.sheet)
  return format.startsWith('fhir') ? openFhir(format, reading, mapping, options) : openJson(format, reading, mapping)
}

async function openCsv(reading: RowReading, mapping: Mapping): Promise<Opened> {
  const form = await detectCsvForm(reading.sample, reading.encoding, mapping)
  return { layout: form.layout, rows: () => csvRows(reading, form) }
}

async function openSheet(reading: RowReading, mapping: Mapping, sheet?: string): Promise<Opened> {
  const workbook = await openWorkbook(reading.source)
  const chosen = await chooseSheet(workbook, mapping, sheet)
  return { layout: chosen.layout, otherSheets: chosen.others, rows: () => xlsxRows(reading, workbook, chosen) }
}

async function openJson(format: FileFormat, reading: RowReading, mapping: Mapping): Promise<Opened> {
  const rowsOf = format === 'array' ? arrayRows : ndjsonRows
  const extra = [{ heading: 'extra', column: 0 }]
  return { layout: { ...noLayout(mapping), extra }, rows: () => rowsOf(reading, flatItems(mapping)) }
}

async function openFhir(
  format: FileFormat,
  reading: RowReading,
  mapping: Mapping,
  { companions = [] }: ReadOptions,
): Promise<Opened> {
  const rowsOf = format === 'fhir-bundle' ? arrayRows : ndjsonRows
  const patients = await gatherPatients([reading.source, ...companions])
  return { layout: noLayout(mapping), rows: () => rowsOf(reading, fhirItems(patients.find, mapping.constants)) }
}

function noLayout(mapping: Mapping): Layout {
  return { headings: [], columns: {}, second: [], marks: [], constants: mapping.constants, extra: [] }
}
