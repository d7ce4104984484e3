import type { CheckedFields } from './checked-fields.ts'
import { fieldRows } from './field-rows.ts'
import { fieldsTable } from './fields-table.ts'
import { head, noticePieces } from './head.ts'
import { left, page, qrFoot, right, table } from './layout.ts'
import { once } from './once.ts'
import type { PassRefusal } from './pass-fields.ts'
import { MM } from './pen.ts'
import type { Piece } from './pieces.ts'
import type { QrDrawing } from './qr-drawing.ts'
import { styles } from './styles.ts'
import { bilingualBlock } from './text-block.ts'
import { basis, content, fold, qrAlt, scan } from './words.ts'

export interface PageOptions {
  /** Side of the code without its quiet zone, in millimetres. */
  readonly qrMillimetres: number
  /** Hours east of Greenwich of the times on the page. */
  readonly utcOffset: number
}

/** What one page says, in reading order. */
export function passPage(pass: CheckedFields, qr: QrDrawing, options: PageOptions): readonly Piece[] | PassRefusal {
  const fields = fieldsTable(fieldRows(pass))
  if ('ok' in fields) return fields
  const top = head(pass, options.utcOffset)
  if ('ok' in top) return top
  const { above, below } = fixedPieces()
  return [...top, code(qr, options.qrMillimetres * MM), ...above, fields, ...below]
}

function code(qr: QrDrawing, side: number): Piece {
  const corner = { x: qrFoot.x, y: qrFoot.y - side }
  const bottom = page.height - qrFoot.y
  const box = [corner.x, bottom, corner.x + side, bottom + side] as const
  return { type: 'Figure', content: qr.draw(corner, side), alt: qrAlt, box }
}

/** What all pages say, above and below the table. */
const fixedPieces = once(() => {
  const caption = { x: right.x, y: qrFoot.y + 6 * MM }
  const heading = { x: left.x, y: table.top - 7 * MM }
  const [y, footer] = [283 * MM, [styles.footer, styles.footer] as const]
  const ground = bilingualBlock(basis, footer, { x: left.x, y }, left.width).content
  const folding = bilingualBlock(fold, footer, { x: right.x, y }, right.width).content
  const above: readonly Piece[] = [
    { type: 'P', content: bilingualBlock(scan, [styles.caption, styles.captionEn], caption, right.width).content },
    ...noticePieces(),
    { type: 'H2', content: bilingualBlock(content, [styles.heading, styles.headingEn], heading, left.width).content },
  ]
  const below: readonly Piece[] = [{ type: 'P', content: ground + folding }]
  return { above, below }
})
