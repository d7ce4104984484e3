/** How a spreadsheet tells a formula, in half-width and full-width letters; tab and return lead to one. */
const guarded = /^'*[=+\-@\t\r＝＋－＠]/
const wasGuarded = /^''*[=+\-@\t\r＝＋－＠]/

/**
 * A cell as it may stand in a file that people open: what a spreadsheet would run as a formula begins with an
 * apostrophe. One that already begins so is given another, so that every cell comes back as it was.
 */
export function withGuard(cell: string): string {
  return guarded.test(cell) ? `'${cell}` : cell
}

/** The cell that was guarded; others as they are. */
export function withoutGuard(cell: string): string {
  return cell.charCodeAt(0) === 0x27 && wasGuarded.test(cell) ? cell.slice(1) : cell
}
