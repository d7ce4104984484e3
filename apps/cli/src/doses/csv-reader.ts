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

/** Where a record ends that keeps to the rules, and how many cells it has. */
interface Frame {
  readonly cells: number
  /** Where its line end begins. */
  readonly end: number
}

/** One cell of a record that keeps to the rules. */
const cellOfRecord = /(?<=^|,)(?:"([^"]*(?:""[^"]*)*)"|([^,"]*))(?=,|$)/g

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
      yield { line, cells: frame && readCells(source), source }
      width ??= frame?.cells
    }
    line += 1 + countLineFeeds(source)
    start = end + (bytes[end] === CR ? 2 : 1)
  }
}

/** Finds the end of the record that begins here, or nothing when it breaks the rules. */
function frameRecord(bytes: Uint8Array, start: number, width: number | undefined): Frame | undefined {
  let at = start
  for (let cells = 1; cells <= (width ?? MAX_CELLS); cells += 1) {
    const end = bytes[at] === QUOTE ? afterQuotedCell(bytes, at + 1) : afterPlainCell(bytes, at)
    if (isLineEnd(bytes, end)) return fits(cells, end - start, width) ? { cells, end } : undefined
    if (bytes[end] !== COMMA) return undefined
    at = end + 1
  }
  return undefined
}

function fits(cells: number, size: number, width: number | undefined): boolean {
  return size <= MAX_RECORD_BYTES && (width === undefined || cells === width || size === 0)
}

/** A plain cell ends before a comma or a line end. It must not hold a quote, where this stops too. */
function afterPlainCell(bytes: Uint8Array, start: number): number {
  let at = start
  while (at < bytes.length && !endsPlainCell(bytes[at])) at += 1
  return at
}

function endsPlainCell(byte: number | undefined): boolean {
  return byte === COMMA || byte === LF || byte === CR || byte === QUOTE
}

/** A quoted cell ends behind the first quote that is not doubled. One that is never closed ends on its quote. */
function afterQuotedCell(bytes: Uint8Array, start: number): number {
  let end = bytes.indexOf(QUOTE, start)
  while (end >= 0 && bytes[end + 1] === QUOTE) end = bytes.indexOf(QUOTE, end + 2)
  return end < 0 ? start - 1 : end + 1
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

function readCells(record: Uint8Array): readonly string[] | undefined {
  const text = strictText(record)
  if (text === undefined || !text.includes('"')) return text?.split(',')
  return Array.from(text.matchAll(cellOfRecord), ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain)
}
