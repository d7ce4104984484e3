/** A row that breaks the rules of quoting. */
export const BROKEN = -1
/** A row of which the block does not hold all. */
export const MORE = -2

const QUOTE = 0x22
const LF = 0x0a
const CR = 0x0d

/**
 * Where the row ends that begins at `start` and has a quote in it, or BROKEN, or MORE. Bytes beyond `rowBytes` have no
 * say, so that the answer is the same however the file comes in blocks.
 */
export function quotedRowEnd(
  block: Buffer,
  start: number,
  isLast: boolean,
  delimiter: number,
  rowBytes: number,
): number {
  const stop = start + rowBytes
  for (let at = start; ; at += 1) {
    const end = block[at] === QUOTE ? afterQuotedCell(block, at + 1) : afterPlainCell(block, at, delimiter)
    if (end >= block.length && !isLast) return block.length > stop + 1 ? BROKEN : MORE
    if (end > stop || end > block.length) return BROKEN
    const byte = block[end]
    if (byte === CR && end + 1 === block.length && !isLast) return MORE
    if (byte === LF || byte === CR || byte === undefined) return end
    if (byte !== delimiter) return BROKEN
    at = end
  }
}

/** A quoted cell ends behind the first quote that is not doubled; one that is never closed beyond the block. */
function afterQuotedCell(block: Buffer, start: number): number {
  for (let at = start; at < block.length; at += 1) {
    if (block[at] !== QUOTE) continue
    if (block[at + 1] !== QUOTE) return at + 1
    at += 1
  }
  return block.length + 1
}

/** A plain cell ends before a delimiter or a line end. It must not hold a quote, where this stops too. */
function afterPlainCell(block: Buffer, start: number, delimiter: number): number {
  let at = start
  for (; at < block.length; at += 1) {
    const byte = block[at]
    if (byte === delimiter || byte === LF || byte === CR || byte === QUOTE) return at
  }
  return at
}

/** The cells of a row that keeps to the rules. */
export function quotedCells(row: string, delimiter: string): readonly string[] {
  return row.charCodeAt(0) === QUOTE
    ? (allQuotedCells(row, delimiter) ?? mixedCells(row, delimiter))
    : mixedCells(row, delimiter)
}

/** Of a row whose cells are all quoted and hold no quote, the usual one: cut at quotes, every other part is a cell. */
function allQuotedCells(row: string, delimiter: string): readonly string[] | undefined {
  const parts = row.split('"')
  const last = parts.length - 1
  if (last % 2 === 1 || parts[0] !== '' || parts[last] !== '') return undefined
  const cells: string[] = []
  for (let at = 1; at < last; at += 2) {
    if (at > 1 && parts[at - 1] !== delimiter) return undefined
    cells.push(parts[at] as string)
  }
  return cells
}

function mixedCells(row: string, delimiter: string): string[] {
  const cells: string[] = []
  for (let at = 0; at <= row.length; at += 1) {
    const isQuoted = row.charCodeAt(at) === QUOTE
    const end = isQuoted ? closingQuote(row, at + 1) : nextDelimiter(row, at, delimiter)
    cells.push(isQuoted ? row.slice(at + 1, end).replaceAll('""', '"') : row.slice(at, end))
    at = isQuoted ? end + 1 : end
  }
  return cells
}

function closingQuote(row: string, from: number): number {
  let end = row.indexOf('"', from)
  while (end >= 0 && row.charCodeAt(end + 1) === QUOTE) end = row.indexOf('"', end + 2)
  return end < 0 ? row.length : end
}

function nextDelimiter(row: string, from: number, delimiter: string): number {
  const end = row.indexOf(delimiter, from)
  return end < 0 ? row.length : end
}
