import type { UnreadReason } from '../../record.ts'
import { BROKEN, MORE, quotedRowEnd } from './quoted-row.ts'

/** Where a row lies in a block, without its line end. */
export interface RowFrame {
  readonly start: number
  readonly end: number
  /** Line on which it begins, from 1. */
  readonly line: number
  /** Whether it keeps to the rules with a quote in it. */
  readonly isQuoted: boolean
  readonly broken: UnreadReason | undefined
}

/** What could be cut off a block. What is left goes before the next block. */
export interface Cut {
  readonly frames: readonly RowFrame[]
  readonly used: number
}

/** Cuts blocks, one after the other, into rows. */
export type RowCutter = (block: Buffer, isLast: boolean) => Cut

export interface CutterOptions {
  readonly rowBytes: number
  /** Byte between cells; absent where quotes mean nothing, as in NDJSON. */
  readonly delimiter?: number
}

interface Cursor {
  readonly block: Buffer
  readonly isLast: boolean
  at: number
  /** The nearest line feed, carriage return and quote from `at`, or the length of the block. */
  feed: number
  back: number
  quote: number
}

/** A row, or one line of it, and where the next begins. */
interface Stretch {
  readonly end: number
  readonly next: number
  readonly lines: number
  readonly isQuoted: boolean
  readonly broken: UnreadReason | undefined
}

const QUOTE = 0x22
const LF = 0x0a
const CR = 0x0d

/**
 * Cuts text into rows by RFC 4180; lines end in LF, CRLF or CR. Every byte belongs to exactly one row or line end,
 * empty lines to none. A row that breaks the rules of quoting is its first line alone, so that a forgotten quote
 * costs that row and not the rest of the file. Of a row beyond `rowBytes` only the beginning is kept. Never throws;
 * time grows with the bytes only, since a cell left open ends at the latest where the next quoted one begins.
 */
export function rowCutter(options: CutterOptions): RowCutter {
  let line = 1
  let isWithinLong = false
  return (block, isLast) => {
    const cursor: Cursor = { block, isLast, at: 0, feed: -1, back: -1, quote: -1 }
    const frames: RowFrame[] = []
    for (let row = nextRow(cursor, options, isWithinLong); row; row = nextRow(cursor, options, isWithinLong)) {
      if (!isWithinLong && row.end > cursor.at) frames.push(frameOf(row, cursor.at, line, options))
      line += row.lines
      isWithinLong = false
      cursor.at = row.next
    }
    if (isWithinLong || block.length - cursor.at > options.rowBytes + 1) {
      if (!isWithinLong) frames.push(beginning(cursor.at, line, options))
      isWithinLong = true
      cursor.at = block.length - (!isLast && block[block.length - 1] === CR ? 1 : 0)
    }
    return { frames, used: cursor.at }
  }
}

function frameOf(row: Stretch, start: number, line: number, options: CutterOptions): RowFrame {
  if (row.end - start > options.rowBytes) return beginning(start, line, options)
  return { start, end: row.end, line, isQuoted: row.isQuoted, broken: row.broken }
}

function beginning(start: number, line: number, options: CutterOptions): RowFrame {
  return { start, end: start + options.rowBytes, line, isQuoted: false, broken: 'too-large' }
}

/** The row at the cursor; undefined where the block does not hold all of it. */
function nextRow(cursor: Cursor, options: CutterOptions, isWithinLong: boolean): Stretch | undefined {
  if (cursor.at >= cursor.block.length) return undefined
  const line = nextLine(cursor)
  const { delimiter } = options
  if (isWithinLong || delimiter === undefined || !hasQuote(cursor, line?.end ?? cursor.block.length)) return line
  const end = quotedRowEnd(cursor.block, cursor.at, cursor.isLast, delimiter, options.rowBytes)
  if (end === MORE) return undefined
  return end === BROKEN ? line && { ...line, broken: 'quote' } : quotedStretch(cursor, end)
}

function nextLine(cursor: Cursor): Stretch | undefined {
  const { block } = cursor
  if (cursor.feed < cursor.at) cursor.feed = nextOf(block, LF, cursor.at)
  if (cursor.back < cursor.at) cursor.back = nextOf(block, CR, cursor.at)
  const { feed, back } = cursor
  if (feed === block.length && back >= block.length - 1 && !cursor.isLast) return undefined
  const end = Math.min(feed, back)
  return { end, next: afterLineEnd(block, end), lines: 1, isQuoted: false, broken: undefined }
}

function nextOf(block: Buffer, byte: number, from: number): number {
  const at = block.indexOf(byte, from)
  return at < 0 ? block.length : at
}

function afterLineEnd(block: Buffer, end: number): number {
  return Math.min(block.length, end + (block[end] === CR && block[end + 1] === LF ? 2 : 1))
}

function hasQuote(cursor: Cursor, end: number): boolean {
  if (cursor.quote < cursor.at) cursor.quote = nextOf(cursor.block, QUOTE, cursor.at)
  return cursor.quote < end
}

function quotedStretch(cursor: Cursor, end: number): Stretch {
  const { block } = cursor
  let lines = 1
  for (let at = Math.min(cursor.feed, cursor.back); at < end; at += 1) {
    const isBeforeFeed = block[at] === CR && block[at + 1] === LF
    if (block[at] === LF || (block[at] === CR && !isBeforeFeed)) lines += 1
  }
  return { end, next: afterLineEnd(block, end), lines, isQuoted: true, broken: undefined }
}
