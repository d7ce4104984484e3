/**
 * One line of CSV (RFC 4180 §2, lines ending in LF): cells with a comma, a quote or a line break are quoted. The
 * cells come back exactly as they were; in particular nothing is put before a leading = + - @, which a
 * spreadsheet would take for a formula: import such files as text.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoteWhereNeeded).join(',')}\n`
}

function quoteWhereNeeded(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
