import { inflateSync } from 'node:zlib'
import { checkArea, type PictureSize, tooLarge, unreadable } from './picture-kind.ts'

/** Most bytes of pixels: 12 megapixels of four bytes each. */
const MAX_UNPACKED = 48 * 2 ** 20

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

/** By its first bytes. */
export function isPng(bytes: Buffer): boolean {
  return bytes.subarray(0, 8).equals(SIGNATURE)
}

/**
 * Checks that a PNG (ISO/IEC 15948) holds the pixels that it claims and no more, so that it may be unpacked.
 * @throws Fault `picture.unreadable`, `picture.too-large`
 */
export function checkPng(bytes: Buffer): PictureSize {
  const chunks = chunksOf(bytes)
  const head = chunks.next().value
  if (head?.type !== 'IHDR' || head.data.length !== 13) throw unreadable('a PNG without a head')
  const size: PictureSize = { kind: 'png', width: head.data.readUInt32BE(0), height: head.data.readUInt32BE(4) }
  checkArea(size)
  const unpacked = scanlineBytes(size, head.data.readUInt8(8), head.data.readUInt8(9))
  if (unpacked > MAX_UNPACKED) throw tooLarge('too many bytes of pixels')
  checkInflated(joinedData(chunks, bytes.length), unpacked)
  return size
}

interface Chunk {
  readonly type: string
  readonly data: Buffer
}

/** Chunks a reader must know (§5.4, §11.2); any other whose name begins with a capital letter it must refuse. */
const critical: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND'])

function* chunksOf(bytes: Buffer): Generator<Chunk, undefined> {
  for (let at = SIGNATURE.length; at + 8 <= bytes.length; ) {
    const end = at + 8 + bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (/^[A-Z]/.test(type) && !critical.has(type)) throw unreadable('an unknown kind of PNG')
    if (type === 'IEND') return
    yield { type, data: bytes.subarray(at + 8, end) }
    at = end + 4
  }
}

/** The zlib stream, which may lie in any number of chunks. */
function joinedData(chunks: Iterable<Chunk>, maxBytes: number): Buffer {
  const joined = Buffer.alloc(maxBytes)
  let length = 0
  for (const { type, data } of chunks) {
    if (type === 'IDAT') length += data.copy(joined, length)
  }
  return joined.subarray(0, length)
}

/** Samples to a pixel by colour type (§11.2.2). */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Most bytes of scanlines, whether interlaced (twice as many lines, §8.2) or not: filter byte and padding for each. */
function scanlineBytes({ width, height }: PictureSize, depth: number, colourType: number): number {
  const samplesEach = samples[colourType]
  if (samplesEach === undefined || ![1, 2, 4, 8, 16].includes(depth)) throw unreadable('an unknown kind of PNG')
  return Math.ceil((width * height * depth * samplesEach) / 8) + 4 * height + 64
}

function checkInflated(data: Buffer, maxBytes: number): void {
  try {
    inflateSync(data, { maxOutputLength: maxBytes, chunkSize: maxBytes })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge('more pixels than it claims')
    throw unreadable('its pixels cannot be unpacked', error)
  }
}
