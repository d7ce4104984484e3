import { crc32 } from 'node:zlib'
import { storedBlocks } from './deflate-blocks.ts'
import { joinBytes } from './hex.ts'
import { zlibStream } from './zlib-stream.ts'

/** A square of modules, row by row, 1 = dark. */
export interface Modules {
  readonly size: number
  readonly data: Uint8Array
}

/** Light modules on every side (ISO/IEC 18004 §6.3.8). */
const QUIET_ZONE = 4
/** Pixels to a module. */
const SCALE = 2

/** A picture of modules in PNG, one bit to a pixel, not compressed: the same bytes from every version of zlib. */
export function modulesPng(modules: Modules): Uint8Array {
  const side = (modules.size + 2 * QUIET_ZONE) * SCALE
  const header = joinBytes(uint32(side), uint32(side), [1, 0, 0, 0, 0])
  const lines = joinBytes(...Array.from({ length: side }, (_, y) => scanline(modules, side, y)))
  return joinBytes(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    chunk('IHDR', header),
    chunk('IDAT', zlibStream(storedBlocks(lines), lines)),
    chunk('IEND', new Uint8Array()),
  )
}

/** Filter type 0 and a row of pixels, 1 = light. */
function scanline(modules: Modules, side: number, y: number): Uint8Array {
  const line = new Uint8Array(1 + Math.ceil(side / 8))
  for (let x = 0; x < side; x += 1) {
    if (!isDark(modules, x, y)) line[1 + (x >> 3)] = (line[1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7))
  }
  return line
}

function isDark({ size, data }: Modules, x: number, y: number): boolean {
  const [column, row] = [Math.floor(x / SCALE) - QUIET_ZONE, Math.floor(y / SCALE) - QUIET_ZONE]
  const inside = column >= 0 && row >= 0 && column < size && row < size
  return inside && data[row * size + column] === 1
}

/** Length, type, data, and a checksum over the last two (ISO/IEC 15948 §5.3). */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const content = joinBytes(new TextEncoder().encode(type), data)
  return joinBytes(uint32(data.length), content, uint32(crc32(content)))
}

function uint32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value)
}
