import { crc32, deflateSync } from 'node:zlib'

/** What a hand-made PNG claims and holds. */
export interface PngParts {
  readonly width: number
  readonly height: number
  readonly depth?: number
  readonly colourType?: number
  readonly scanlines?: Uint8Array
  /** Chunks after the head. */
  readonly extra?: readonly Uint8Array[]
}

export function pngOf({ width, height, depth = 8, colourType = 0, scanlines, extra = [] }: PngParts): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([depth, colourType], 8)
  const data = deflateSync(scanlines ?? new Uint8Array())
  const chunks = [chunkOf('IHDR', head), ...extra, chunkOf('IDAT', data), chunkOf('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks])
}

export function chunkOf(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A square PNG of one bit a pixel in which each byte of a tile fills a row, again and again. */
export function tiled(size: number, tile: readonly number[]): Buffer {
  const rowBytes = Math.ceil(size / 8) + 1
  const scanlines = new Uint8Array(rowBytes * size)
  for (let y = 0; y < size; y += 1) scanlines.fill(tile[y % tile.length] ?? 0, y * rowBytes + 1, (y + 1) * rowBytes)
  return pngOf({ width: size, height: size, depth: 1, scanlines })
}

/** A JPEG of marker segments alone; a number stands for a marker without a segment, or for a loose byte. */
export function jpegOf(...parts: readonly (readonly [marker: number, data: readonly number[]] | number)[]): Buffer {
  const bytes = parts.flatMap((part) => {
    if (typeof part === 'number') return [part]
    const [marker, data] = part
    return [0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff, ...data]
  })
  return Buffer.from([0xff, 0xd8, ...bytes])
}

/** A baseline frame of one component. */
export function frameOf(width: number, height: number): [marker: number, data: number[]] {
  return [0xc0, [8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]]
}

/** A scan of one component, without its data. */
export const scan: readonly [marker: number, data: readonly number[]] = [0xda, [1, 1, 0, 0, 63, 0]]

const codeOfOneBit = [1, ...Array.from({ length: 15 }, () => 0)]

/** A square grey picture whose every progressive scan after the first refines all of it, in a few bytes. */
export function slowJpeg(size: number, scans: number): Buffer {
  const bytes = (count: number): number[] => Array.from({ length: count }, () => 0)
  const refinements = Array.from({ length: scans }, () => [[0xda, [1, 1, 0, 1, 63, 0x10]] as const, ...bytes(60)])
  return jpegOf(
    [0xdb, [0, ...bytes(64).fill(1)]],
    [0xc2, frameOf(size, size)[1]],
    [0xc4, [0x00, ...codeOfOneBit, 0]],
    [0xc4, [0x10, ...codeOfOneBit, 0xe0]],
    [0xda, [1, 1, 0, 0, 0, 0]],
    ...bytes((size / 8) ** 2 / 8),
    ...refinements.flat(),
    0xff,
    0xd9,
  )
}
