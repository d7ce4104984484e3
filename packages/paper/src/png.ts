import { deflate } from '#deflate'
import { crc32 } from './crc32.ts'
import { QUIET_ZONE } from './quiet-zone.ts'
import { scanlines } from './scanlines.ts'
import { drawSymbol, type QrOptions } from './symbol.ts'

/** How to draw a text as pixels. */
export interface QrPngOptions extends QrOptions {
  /** Pixels to a module, 1 to 64. Default 4. */
  readonly scale?: number
}

/**
 * Draws a text as a QR code in PNG (ISO/IEC 15948), quiet zone included: greyscale, one bit to a pixel.
 * @throws TypeError as `qrMatrix` does, and when the scale is not a whole number from 1 to 64.
 */
export function qrPng(text: string, options: QrPngOptions = {}): Uint8Array {
  const scale = options.scale ?? 4
  if (!Number.isInteger(scale) || scale < 1 || scale > 64) throw new TypeError('a PNG scale is a whole number to 64')
  const { lines } = drawSymbol(text, options)
  const side = (lines.size + 2 * QUIET_ZONE) * scale
  return joined([
    signature,
    chunk('IHDR', header(side)),
    chunk('IDAT', deflate(scanlines(lines, scale))),
    chunk('IEND', new Uint8Array()),
  ])
}

/** ISO/IEC 15948 §5.2. */
const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** Width, height, bit depth; the rest is 0: greyscale, and the one compression, filter set and order (§11.2.2). */
function header(side: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(13))
  view.setUint32(0, side)
  view.setUint32(4, side)
  view.setUint8(8, 1)
  return new Uint8Array(view.buffer)
}

/** Length of the data, type, data, and a checksum over the last two (§5.3). */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  for (let index = 0; index < 4; index += 1) bytes[4 + index] = type.charCodeAt(index)
  bytes.set(data, 8)
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)))
  return bytes
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
