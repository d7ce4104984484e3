import { refusal } from './checked-fields.ts'
import type { FieldRow } from './field-rows.ts'
import { fitted, scaled } from './fit.ts'
import { left, NUMBER_COLUMN, right, table } from './layout.ts'
import type { PassRefusal } from './pass-fields.ts'
import { LEADING, type Place, type Style, show, showCells } from './pen.ts'
import type { Branch, Piece } from './pieces.ts'
import { styles } from './styles.ts'
import { bilingualBlock, type TextBlock } from './text-block.ts'
import { codeLines } from './text-line.ts'

/** The rows as a table: labels left of the fold, values right of it. */
export function fieldsTable(rows: readonly FieldRow[]): Branch | PassRefusal {
  const pieces: Piece[] = []
  let top = table.top
  for (const [index, row] of rows.entries()) {
    const height = index === 0 ? table.first : table.row
    const value = fitted((scale) => valueBlock(row, top, scale), top + height - BELOW)
    if (value === undefined) return refusal('pass.too-long', row.field)
    pieces.push({ type: 'TR', pieces: [labelCell(row, index, top), { type: 'TD', content: value.content }] })
    top += height
  }
  return { type: 'Table', pieces }
}

/** Room under the last baseline of a row. */
const BELOW = 5

/** From the top of a row to its first baseline. */
const TO_BASELINE = 13.2

function labelCell({ label }: FieldRow, index: number, top: number): Piece {
  const y = top + TO_BASELINE
  const number = show(String(index + 1), styles.rowNumber, { x: left.x, y })
  const place = { x: left.x + NUMBER_COLUMN, y }
  const { content } = bilingualBlock(label, [styles.label, styles.labelEn], place, left.width - NUMBER_COLUMN)
  return { type: 'TH', content: number + content }
}

function valueBlock({ kind, value }: FieldRow, top: number, scale: number): TextBlock {
  const style = scaled(kind === 'plain' ? styles.value : kind === 'name' ? styles.name : styles.uvci, scale)
  const place = { x: right.x, y: top + (kind === 'name' ? TO_BASELINE + 2.5 : TO_BASELINE) }
  if (kind === 'code') return codeBlock(value.vi, style, place)
  return bilingualBlock(value, [style, scaled(styles.valueEn, scale)], place, right.width)
}

/** Width of a typewriter's cell, by size: the widest capital but W and M, whose edges may touch. */
const CELL = 0.72

function codeBlock(code: string, style: Style, place: Place): TextBlock {
  const cell = CELL * style.size
  const lines = codeLines(code, Math.floor(right.width / cell))
  const content = showCells(code, lines, style, place, CELL * 1000)
  return { content, y: place.y + (lines.length - 1) * style.size * LEADING }
}
