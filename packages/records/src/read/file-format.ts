import { Fault } from '@vaxcert/core/fault'
import { parseJson } from './json/ndjson-rows.ts'

/** `fhir-lines`: one FHIR resource a line, as bulk export writes it. `array`: a JSON array of objects. */
export type FileFormat = 'csv' | 'xlsx' | 'ndjson' | 'array' | 'fhir-lines' | 'fhir-bundle'

/**
 * Tells the form of a file from its first bytes and their text. What is nothing else is CSV.
 * @throws Fault `record.workbook` for the older Excel format, or an encrypted workbook, which looks the same
 */
export function detectFormat(sample: Buffer, text: string): FileFormat {
  if (sample.subarray(0, 4).equals(Buffer.of(0x50, 0x4b, 3, 4))) return 'xlsx'
  if (sample.subarray(0, 4).equals(Buffer.of(0xd0, 0xcf, 0x11, 0xe0))) {
    throw new Fault('record.workbook', 'an old or encrypted Excel file: save it as XLSX without a password')
  }
  const start = text.trimStart()
  if (start.startsWith('[')) return /^\[\s*(?:[{\]]|$)/.test(start) ? 'array' : 'csv'
  return start.startsWith('{') ? jsonFormat(start) : 'csv'
}

/** A whole object on the first line is one of many, unless it is a Bundle. */
function jsonFormat(start: string): FileFormat {
  const first = resourceTypeOf(parseJson(start.split(/\r?\n|\r/, 1)[0] ?? ''))
  if (first === undefined) {
    return /^\{[^{[]{0,4000}"resourceType"\s*:\s*"Bundle"|"entry"\s*:\s*\[/.test(start) ? 'fhir-bundle' : 'ndjson'
  }
  if (first === 'Bundle') return 'fhir-bundle'
  return first === '' ? 'ndjson' : 'fhir-lines'
}

/** '' for an object that says none; undefined for what is no object. */
function resourceTypeOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const type = (value as { resourceType?: unknown }).resourceType
  return typeof type === 'string' ? type : ''
}
