import { refusal } from './checked-fields.ts'
import type { FieldRow } from './field-rows.ts'
import { fitted, scaled } from './fit.ts'
import { left, NUMBER_COLUMN, right, rowHeight, table } from './layout.ts'
import { once } from './once.ts'
import type { Bilingual, PassRefusal } from './pass-fields.ts'
import { LEADING, type Place, type Style, show, showCells } from './pen.ts'
import type { Branch, Leaf, Piece } from './pieces.ts'
import { styles } from './styles.ts'
import { bilingualBlock, type TextBlock } from './text-block.ts'
import { codeLines } from './text-line.ts'
import { labels } from './words.ts'

/** Room under the last baseline of a row, and from its top to the first one, in points. */
const [BELOW, TO_BASELINE] = [3, 13]

/** The values as a table: labels left of the fold, values right of it. */
export function fieldsTable(rows: readonly FieldRow[]): Branch | PassRefusal {
  const pieces: Piece[] = []
  for (const [index, { top, label }] of labelCells().entries()) {
    const row = rows[index]
    if (row === undefined) throw new TypeError('a page has eleven fields')
    const value = fittedValue(row, top, top + rowHeight(index) - BELOW)
    if (value === undefined) return refusal('pass.too-long', row.field)
    pieces.push({ type: 'TR', pieces: [label, { type: 'TD', content: value.content }] })
  }
  return { type: 'Table', pieces }
}

/** A name too long to stand with its ICAO spelling stands alone: both are in the code. */
function fittedValue(row: FieldRow, top: number, bottom: number): TextBlock | undefined {
  const whole = fitted((scale) => valueBlock(row, top, scale), bottom)
  if (whole !== undefined || row.kind !== 'name') return whole
  const alone = { ...row, value: { vi: row.value.vi, en: row.value.vi } }
  return fitted((scale) => valueBlock(alone, top, scale), bottom)
}

interface LabelCell {
  /** Where its row begins. */
  readonly top: number
  readonly label: Leaf
}

const labelCells: () => readonly LabelCell[] = once(() => {
  let top = table.top
  return Object.values(labels).map((label, index) => {
    const cell = { top, label: labelCell(label, index, top + TO_BASELINE) }
    top += rowHeight(index)
    return cell
  })
})

function labelCell(label: Bilingual, index: number, y: number): Leaf {
  const number = show(String(index + 1), styles.rowNumber, { x: left.x, y })
  const place = { x: left.x + NUMBER_COLUMN, y }
  const { content } = bilingualBlock(label, [styles.label, styles.labelEn], place, left.width - NUMBER_COLUMN)
  return { type: 'TH', content: number + content }
}

function valueBlock({ kind, value }: FieldRow, top: number, scale: number): TextBlock {
  const y = top + TO_BASELINE
  if (kind === 'code') return codeBlock(value.vi, scaled(styles.uvci, scale), { x: right.x, y })
  const style = scaled(kind === 'name' ? styles.name : styles.value, scale)
  const place = { x: right.x, y: kind === 'name' ? y + 3 * scale : y }
  return bilingualBlock(value, [style, scaled(styles.valueEn, scale)], place, right.width)
}

/** Width of a typewriter's cell, by size: the widest capital but W and M, whose edges may touch. */
const CELL = 0.72

function codeBlock(code: string, style: Style, place: Place): TextBlock {
  const lines = codeLines(code, Math.floor(right.width / (CELL * style.size)))
  const content = showCells(code, lines, style, place, CELL * 1000)
  return { content, y: place.y + (lines.length - 1) * style.size * LEADING }
}
