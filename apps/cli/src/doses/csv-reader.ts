import { byteOrderMarkLength, strictText } from './utf8.ts'

/** One record of a CSV file. */
export interface CsvRecord {
  /** Line on which it begins, from 1. */
  readonly line: number
  /** As many as the first record has, or undefined when the record breaks the rules. */
  readonly cells: readonly string[] | undefined
  /** Its bytes without the line end: a view of the file. */
  readonly source: Uint8Array
}

const QUOTE = 0x22
const COMMA = 0x2c
const LF = 0x0a
const CR = 0x0d

/** No row of doses comes near these. */
const MAX_RECORD_BYTES = 64 * 1024
const MAX_CELLS = 256

interface Cell {
  readonly start: number
  readonly end: number
  readonly quoted: boolean
}

interface Frame {
  readonly cells: readonly Cell[]
  /** Where the line end begins. */
  readonly end: number
}

/**
 * Reads a CSV file by RFC 4180: UTF-8 with or without a byte order mark, lines ending in LF or CRLF, every record
 * with as many cells as the first. Each line belongs to exactly one record, empty lines to none. A record that
 * breaks the rules is its first line alone, and reading goes on with the next line, so that a forgotten quote
 * costs one row and not the rest of the file. Time grows with the bytes only. Never throws.
 */
export function* readCsv(bytes: Uint8Array): Generator<CsvRecord> {
  let width: number | undefined
  for (let line = 1, start = byteOrderMarkLength(bytes); start < bytes.length; ) {
    const frame = frameRecord(bytes, start, width)
    const end = frame?.end ?? lineEnd(bytes, start)
    const source = bytes.subarray(start, end)
    if (source.length > 0) {
      yield { line, cells: frame && readCells(bytes, frame), source }
      width ??= frame?.cells.length
    }
    line += 1 + countLineFeeds(source)
    start = end + (bytes[end] === CR ? 2 : 1)
  }
}

/** Finds the cells of the record that begins here, or nothing when it breaks the rules. */
function frameRecord(bytes: Uint8Array, start: number, width: number | undefined): Frame | undefined {
  const cells: Cell[] = []
  let at = start
  while (cells.length < (width ?? MAX_CELLS)) {
    const cell = bytes[at] === QUOTE ? quotedCell(bytes, at + 1) : plainCell(bytes, at)
    if (cell === undefined) return undefined
    cells.push(cell)
    at = cell.quoted ? cell.end + 1 : cell.end
    if (isLineEnd(bytes, at)) return fits(cells.length, at - start, width) ? { cells, end: at } : undefined
    if (bytes[at] !== COMMA) return undefined
    at += 1
  }
  return undefined
}

function fits(cells: number, size: number, width: number | undefined): boolean {
  return size <= MAX_RECORD_BYTES && (width === undefined || cells === width || size === 0)
}

/** Ends before the next comma or line end; must not hold a quote. */
function plainCell(bytes: Uint8Array, start: number): Cell | undefined {
  let end = start
  while (end < bytes.length && bytes[end] !== COMMA && bytes[end] !== LF && bytes[end] !== CR) {
    if (bytes[end] === QUOTE) return undefined
    end += 1
  }
  return { start, end, quoted: false }
}

/** Ends before the first quote that is not doubled. */
function quotedCell(bytes: Uint8Array, start: number): Cell | undefined {
  let end = bytes.indexOf(QUOTE, start)
  while (end >= 0 && bytes[end + 1] === QUOTE) end = bytes.indexOf(QUOTE, end + 2)
  return end < 0 ? undefined : { start, end, quoted: true }
}

function isLineEnd(bytes: Uint8Array, at: number): boolean {
  return at >= bytes.length || bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] === LF)
}

function lineEnd(bytes: Uint8Array, start: number): number {
  const feed = bytes.indexOf(LF, start)
  if (feed < 0) return bytes.length
  return feed > start && bytes[feed - 1] === CR ? feed - 1 : feed
}

function countLineFeeds(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) count += 1
  return count
}

function readCells(bytes: Uint8Array, { cells }: Frame): readonly string[] | undefined {
  const texts: string[] = []
  for (const { start, end, quoted } of cells) {
    const text = strictText(bytes.subarray(start, end))
    if (text === undefined) return undefined
    texts.push(quoted ? text.replaceAll('""', '"') : text)
  }
  return texts
}
