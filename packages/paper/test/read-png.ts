import { crc32, inflateSync } from 'node:zlib'

/** A PNG taken apart by Node's own zlib: chunk types in order, header fields, and pixels (1 = light). */
export function readPng(png: Uint8Array): { types: string[]; header: number[]; width: number; pixels: Uint8Array } {
  const bytes = Buffer.from(png)
  if (bytes.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') throw new Error('no PNG signature')
  const chunks = chunksOf(bytes.subarray(8))
  const header = chunks[0]?.data ?? Buffer.alloc(0)
  const width = header.readUInt32BE(0)
  const data = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data))
  return {
    types: chunks.map(({ type }) => type),
    header: [width, header.readUInt32BE(4), ...header.subarray(8)],
    width,
    pixels: pixelsOf(inflateSync(data), width),
  }
}

function chunksOf(bytes: Buffer): { type: string; data: Buffer }[] {
  if (bytes.length === 0) return []
  const end = 8 + bytes.readUInt32BE(0)
  if (crc32(bytes.subarray(4, end)) !== bytes.readUInt32BE(end)) throw new Error('wrong checksum')
  return [{ type: bytes.toString('latin1', 4, 8), data: bytes.subarray(8, end) }, ...chunksOf(bytes.subarray(end + 4))]
}

/** Undoes filters 0 and 2 and spreads the bits. */
function pixelsOf(scanlines: Buffer, width: number): Uint8Array {
  const length = 1 + Math.ceil(width / 8)
  const pixels = new Uint8Array((scanlines.length / length) * width)
  let above = Buffer.alloc(length)
  for (let y = 0; y * length < scanlines.length; y += 1) {
    const row = Buffer.from(scanlines.subarray(y * length, (y + 1) * length))
    if (row[0] !== 0 && row[0] !== 2) throw new Error('unexpected filter')
    if (row[0] === 2) for (let at = 1; at < length; at += 1) row[at] = ((row[at] ?? 0) + (above[at] ?? 0)) & 0xff
    above = row
    for (let x = 0; x < width; x += 1) pixels[y * width + x] = ((row[1 + (x >>> 3)] ?? 0) >>> (7 - (x & 7))) & 1
  }
  return pixels
}
