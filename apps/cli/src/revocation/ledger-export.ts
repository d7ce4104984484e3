import { decode } from '@vaxcert/core/dcc'
import { readCsv } from '../doses/csv-reader.ts'
import { byteOrderMarkLength, lossyText, strictText } from '../doses/utf8.ts'
import { usageError } from '../exit.ts'
import { readKid } from '../kid.ts'

/** A certificate that was issued, as a ledger has it. */
export interface LedgerRow {
  readonly uvci: string
  /** Of the document signer, 8 bytes. */
  readonly kid?: Uint8Array
  readonly facility?: string
  /** Of the dose, "2021-08-14". */
  readonly date?: string
  /** Last day on which the certificate can be valid, in days since 1970. */
  readonly lastDay?: number
}

/** What a ledger tells. */
export interface LedgerExport {
  readonly rows: readonly LedgerRow[]
  /** Lines that could not be read, from 1. */
  readonly unreadable: readonly number[]
}

/** What a row may tell. `text`, a certificate, stands in for `kid`, `date` and `exp`, as in `vaxcert issue`'s list. */
const columns = ['uvci', 'kid', 'facility', 'date', 'exp', 'text'] as const

type Cells = Readonly<Partial<Record<(typeof columns)[number], string>>>

const DAY_SECONDS = 86_400

/**
 * Reads the export of a ledger: CSV with a header, or NDJSON, in UTF-8. Other columns may stand beside these:
 * `uvci` as the certificate has it, `kid` in base64, `facility`, `date` of the dose, `exp` as a day, a moment, or
 * seconds since 1970. These have ten digits: 20230501 is no moment of 1970, after which nothing would be revoked.
 * @throws CommanderError with exit code 2 when it is neither, or has no `uvci`
 */
export function readLedgerExport(bytes: Uint8Array): LedgerExport {
  const isNdjson = /^\uFEFF?\s*\{/.test(lossyText(bytes.subarray(0, 256)))
  const rows: LedgerRow[] = []
  const unreadable: number[] = []
  for (const { line, cells } of isNdjson ? ndjsonLines(bytes) : csvLines(bytes)) {
    const row = cells && rowOf(cells)
    if (row === undefined) unreadable.push(line)
    else rows.push(row)
  }
  return { rows, unreadable }
}

interface Line {
  readonly line: number
  readonly cells: Cells | undefined
}

function* csvLines(bytes: Uint8Array): Generator<Line> {
  const records = readCsv(bytes)
  const first = records.next()
  const header = first.done ? undefined : first.value.cells
  if (header?.includes('uvci') !== true) throw usageError('The ledger export has no header with a column uvci.')
  for (const { line, cells } of records) {
    yield { line, cells: cells && Object.fromEntries(columns.map((name) => [name, cells[header.indexOf(name)] ?? ''])) }
  }
}

function* ndjsonLines(bytes: Uint8Array): Generator<Line> {
  const LF = 0x0a
  for (let line = 1, start = byteOrderMarkLength(bytes); start < bytes.length; line += 1) {
    const feed = bytes.indexOf(LF, start)
    const end = feed < 0 ? bytes.length : feed
    const text = strictText(bytes.subarray(start, end))
    if (text?.trim() !== '') yield { line, cells: text === undefined ? undefined : objectOf(text) }
    start = end + 1
  }
}

function objectOf(text: string): Cells | undefined {
  try {
    const value = JSON.parse(text) as Readonly<Record<string, unknown>> | null
    if (typeof value !== 'object' || value === null) return undefined
    return Object.fromEntries(columns.map((name) => [name, String(value[name] ?? '')]))
  } catch {
    return undefined
  }
}

/** Undefined when there is no identifier, or a cell is not of its form: the row may be one that matters. */
function rowOf({ uvci = '', kid = '', facility = '', date = '', exp = '', text = '' }: Cells): LedgerRow | undefined {
  const told = text === '' ? {} : toldByText(text)
  const row = {
    uvci,
    ...told,
    ...(kid !== '' && { kid: readKid(kid) }),
    ...(facility !== '' && { facility }),
    ...(date !== '' && { date: readDay(date) }),
    ...(exp !== '' && { lastDay: lastDayOf(exp) }),
  }
  const isRight = uvci !== '' && Object.values(row).every((value) => value !== undefined && !Number.isNaN(value))
  return isRight ? (row as LedgerRow) : undefined
}

function toldByText(text: string): Partial<LedgerRow> {
  const { message, claims } = decode(text).layers
  const date = claims !== undefined && 'dcc' in claims ? claims.dcc.v?.[0]?.dt : undefined
  return {
    ...(message?.kid && { kid: message.kid }),
    ...(date !== undefined && { date }),
    ...(claims?.exp !== undefined && { lastDay: Math.floor(claims.exp / DAY_SECONDS) }),
  }
}

function readDay(text: string): string | undefined {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined
}

/** The day on which a moment lies; NaN for what is none. */
function lastDayOf(text: string): number {
  const isSeconds = /^[1-9]\d{9}(\.\d+)?$/.test(text)
  const isMoment = /^\d{4}-\d\d-\d\d(T[0-9:.]+(Z|[+-]\d\d:\d\d))?$/.test(text)
  if (!isSeconds && !isMoment) return Number.NaN
  return Math.floor((isSeconds ? Number(text) : Date.parse(text) / 1000) / DAY_SECONDS)
}
