import { columns } from './columns.ts'
import { byteOrderMarkLength, lossyText, strictText } from './utf8.ts'

/** One line of an NDJSON file. */
export interface NdjsonRecord {
  /** From 1. */
  readonly line: number
  /** Its fields in the order of `columns`; absent when it is not an object of texts. */
  readonly cells?: readonly string[]
  /** Its `person_id`, where that is a text though another field is none. */
  readonly person?: string
  readonly text: string
}

const LF = 0x0a
const MAX_LINE_BYTES = 64 * 1024

/** Reads an NDJSON file: UTF-8, one object a line, empty lines skipped. Never throws. */
export function* readNdjson(bytes: Uint8Array): Generator<NdjsonRecord> {
  for (let line = 1, start = byteOrderMarkLength(bytes); start < bytes.length; line += 1) {
    const feed = bytes.indexOf(LF, start)
    const source = bytes.subarray(start, feed < 0 ? bytes.length : feed)
    const text = lossyText(source).replace(/\r$/, '')
    if (text !== '') yield { line, ...readFields(source), text }
    start += source.length + 1
  }
}

function readFields(source: Uint8Array): Pick<NdjsonRecord, 'cells' | 'person'> {
  const text = source.length > MAX_LINE_BYTES ? undefined : strictText(source)
  const row = text === undefined ? undefined : parseObject(text)
  if (row === undefined) return {}
  const cells = columns.map((column) => cellOf(row[column]))
  if (cells.every((cell) => cell !== undefined)) return { cells }
  const person = cellOf(row.person_id)
  return person ? { person } : {}
}

/** What JSON.parse throws quotes its input, so it goes no further. */
function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/**
 * Null is the same as absent; a whole number is its digits. JSON.parse has rounded numbers of more than 2^53, and
 * fractions, so that two ids would be one: they are no texts.
 */
function cellOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return ''
  if (Number.isSafeInteger(value)) return String(value)
  return typeof value === 'string' ? value : undefined
}
