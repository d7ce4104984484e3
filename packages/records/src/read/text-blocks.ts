import type { Encoding } from './encoding.ts'

/** Stands for a lone surrogate: no byte of UTF-8, so that its row is found to be no text. */
const NO_TEXT: Buffer = Buffer.of(0xff)

/** The bytes of a file without their mark, UTF-16 as UTF-8, in blocks as they come. */
export async function* textBlocks(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<Buffer> {
  const blocks = isUtf16(encoding) ? fromUtf16(bytes, encoding) : asBuffers(bytes)
  let isFirst = true
  for await (const block of blocks) {
    yield isFirst ? withoutMark(block) : block
    isFirst = false
  }
}

function isUtf16(encoding: Encoding): boolean {
  return encoding === 'utf-16le' || encoding === 'utf-16be'
}

/** Chunks of at least three bytes, or a single one: a mark is never cut. */
async function* asBuffers(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let short: Buffer | undefined
  for await (const chunk of bytes) {
    const part = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    short = short === undefined ? part : Buffer.concat([short, part])
    if (short.length < 3) continue
    yield short
    short = undefined
  }
  if (short !== undefined && short.length > 0) yield short
}

function withoutMark(block: Buffer): Buffer {
  return block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf ? block.subarray(3) : block
}

async function* fromUtf16(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of bytes) {
    const block = Buffer.concat([rest, chunk])
    const end = wholeUnits(block, encoding)
    rest = block.subarray(end)
    if (end > 0) yield utf8OfUtf16(block.subarray(0, end), encoding)
  }
  if (rest.length > 1) yield utf8OfUtf16(rest.subarray(0, rest.length & ~1), encoding)
  if (rest.length % 2 === 1) yield NO_TEXT
}

/** Length of the part that ends with a whole character: an odd byte and a first half of a pair wait. */
function wholeUnits(block: Buffer, encoding: Encoding): number {
  const end = block.length & ~1
  const high = block[encoding === 'utf-16le' ? end - 1 : end - 2] ?? 0
  return end > 0 && high >= 0xd8 && high < 0xdc ? end - 2 : end
}

function utf8OfUtf16(units: Buffer, encoding: Encoding): Buffer {
  const text = (encoding === 'utf-16le' ? units : Buffer.from(units).swap16()).toString('utf16le')
  if (text.isWellFormed()) return Buffer.from(text)
  const parts = text.split(/\p{Surrogate}/u).map((part) => Buffer.from(part))
  return Buffer.concat(parts.flatMap((part, index) => (index === 0 ? [part] : [NO_TEXT, part])))
}
