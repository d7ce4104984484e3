import type { CheckedFields } from './checked-fields.ts'
import { fieldRows } from './field-rows.ts'
import { fieldsTable } from './fields-table.ts'
import { head } from './head.ts'
import { left, page, qrCentre, right, table } from './layout.ts'
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
  return [...head(pass, options.utcOffset), ...code(qr, options.qrMillimetres * MM), heading(), fields, footer()]
}

function code(qr: QrDrawing, side: number): readonly Piece[] {
  const corner = { x: qrCentre.x - side / 2, y: qrCentre.y - side / 2 }
  const bottom = page.height - corner.y - side
  const box = [corner.x, bottom, corner.x + side, bottom + side] as const
  const below = { x: corner.x, y: corner.y + side + 8 * MM }
  return [
    { type: 'Figure', content: qr.draw(corner, side), alt: qrAlt, box },
    { type: 'P', content: bilingualBlock(scan, [styles.caption, styles.captionEn], below, right.width).content },
  ]
}

function heading(): Piece {
  const place = { x: left.x, y: table.top - 7 * MM }
  return { type: 'H2', content: bilingualBlock(content, [styles.heading, styles.headingEn], place, left.width).content }
}

/** In the lower corners: the legal ground, and how to fold. */
function footer(): Piece {
  const y = 282 * MM
  const ground = bilingualBlock(basis, [styles.footer, styles.footer], { x: left.x, y }, left.width).content
  const folding = bilingualBlock(fold, [styles.footer, styles.footer], { x: right.x, y }, right.width).content
  return { type: 'P', content: ground + folding }
}
