import { left, page, right, rowHeight, table } from './layout.ts'
import { MM, number } from './pen.ts'

/** Operators of what stands on every page and says nothing: fold marks, and the rules between the fields. */
export function frame(): string {
  return `0.6 w 0.45 G\n${foldMarks()}0.25 w 0.7 G\n${rules()}1.2 w 0 G\n${line(left.x, table.top, right.x + right.width, table.top)}`
}

/** Marks lie within what office printers reach. */
const [MARK_FROM, MARK_TO] = [5 * MM, 10 * MM]

function foldMarks(): string {
  const { width, height, foldX, foldY } = page
  return [
    line(foldX, MARK_FROM, foldX, MARK_TO),
    line(foldX, height - MARK_TO, foldX, height - MARK_FROM),
    line(MARK_FROM, foldY, MARK_TO, foldY),
    line(width - MARK_TO, foldY, width - MARK_FROM, foldY),
  ].join('')
}

function rules(): string {
  let [drawn, y] = ['', table.top]
  for (let row = 0; row < table.rows; row += 1) {
    y += rowHeight(row)
    drawn += line(left.x, y, right.x + right.width, y)
  }
  return drawn
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `${number(x1)} ${number(y1)} m ${number(x2)} ${number(y2)} l S\n`
}
