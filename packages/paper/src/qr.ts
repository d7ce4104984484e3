import { unpackRows } from './bit-lines.ts'
import type { Mask } from './mask.ts'
import { drawSymbol, type Level, type QrOptions } from './symbol.ts'

/** A QR symbol without its quiet zone, which any use must add: four light modules on every side. */
export interface QrMatrix {
  /** Modules on a side: 17 + 4 · version. */
  readonly size: number
  /** Row by row, 1 = dark. */
  readonly modules: Uint8Array
  /** 1 to 40, the smallest that holds the text. */
  readonly version: number
  /** The level used, which is weaker than the one wanted where that holds too little. */
  readonly level: Level
  readonly mask: Mask
}

/**
 * Turns a text into the modules of a QR code: one alphanumeric segment (hcert §4.2.2), the mask of lowest penalty.
 * @throws TypeError when the text is empty, leaves the alphanumeric alphabet or is longer than 4,296 characters.
 */
export function qrMatrix(text: string, options: QrOptions = {}): QrMatrix {
  const { lines, version, level, mask } = drawSymbol(text, options)
  return { size: lines.size, modules: unpackRows(lines), version, level, mask }
}
