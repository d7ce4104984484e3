import { crc32 } from 'node:zlib'
import { deflate, Z_FIXED } from 'pako'
import { bombBlock, dynamicBlock, oversubscribedBlock, storedBlocks } from '../bytes/deflate-blocks.ts'
import { joinBytes } from '../bytes/hex.ts'
import { adler32, zlibStream } from '../bytes/zlib-stream.ts'
import type { Change } from '../layers.ts'

const HEADER_BYTES = 2
const CHECKSUM_BYTES = 4

function zlib(make: (right: Uint8Array, cose: Uint8Array) => Uint8Array): Change {
  return { layer: 'zlib', make: (right, { cose }) => make(right, cose) }
}

function blocksOf(stream: Uint8Array): Uint8Array {
  return stream.subarray(HEADER_BYTES, stream.length - CHECKSUM_BYTES)
}

/** The blocks in the frame of RFC 1952. */
export const gzip: Change = zlib((right, cose) => {
  const frame = new DataView(new ArrayBuffer(8))
  frame.setUint32(0, crc32(cose), true)
  frame.setUint32(4, cose.length, true)
  return joinBytes([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff], blocksOf(right), new Uint8Array(frame.buffer))
})

/** The blocks alone, RFC 1951. */
export const rawDeflate: Change = zlib(blocksOf)

export const notCompressed: Change = zlib((_, cose) => cose)
export const noBytes: Change = zlib(() => new Uint8Array())
export const trailingByte: Change = zlib((right) => joinBytes(right, [0]))
export const twoStreams: Change = zlib((right) => joinBytes(right, right))
export const cutInChecksum: Change = zlib((right) => right.subarray(0, -1))
export const withoutChecksum: Change = zlib((right) => right.subarray(0, -CHECKSUM_BYTES))
export const cutInHalf: Change = zlib((right) => right.subarray(0, right.length >> 1))
export const wrongChecksum: Change = zlib((right) =>
  right.map((byte, at) => (at === right.length - 1 ? byte ^ 1 : byte)),
)

/** Other header bytes (RFC 1950 §2.2). */
export function header(cmf: number, flg: number): Change {
  return zlib((right) => joinBytes([cmf, flg], right.subarray(HEADER_BYTES)))
}

/** FDICT, and the Adler-32 of a dictionary that nobody was told. */
export const presetDictionary: Change = zlib((right) =>
  joinBytes([0x78, 0xf9], adler32(Uint8Array.of(1, 2, 3)), right.subarray(HEADER_BYTES)),
)

/** Other blocks, in hex, under a right header and the checksum of the message. */
export function blocks(hex: string): Change {
  return zlib((_, cose) => zlibStream(Buffer.from(hex, 'hex'), cose))
}

export const oversubscribedCode: Change = zlib((_, cose) => zlibStream(oversubscribedBlock(), cose))

/** A stored block whose length and complement differ. */
export const storedLength: Change = zlib((_, cose) => {
  const block = storedBlocks(cose)
  return zlibStream(block.fill((block[3] ?? 0) ^ 1, 3, 4), cose)
})

/** As many zeros as fit a QR code. */
export const bomb: Change = zlib(() => {
  const { block, content } = bombBlock(10_700)
  return zlibStream(block, content)
})

/** Blocks as other deflaters write them. Nothing is wrong with these. */
export const stored: Change = zlib((_, cose) => zlibStream(storedBlocks(cose), cose))
export const twoBlocks: Change = zlib((_, cose) =>
  zlibStream(storedBlocks(cose.subarray(0, 100), cose.subarray(100)), cose),
)
/** Blocks of nothing before the one that counts. */
export const emptyBlocks: Change = zlib((_, cose) => {
  const nothing = Array.from({ length: 300 }, () => new Uint8Array())
  return zlibStream(storedBlocks(...nothing, cose), cose)
})
/** The code of RFC 1951 §3.2.6. */
export const fixedCodes: Change = zlib((_, cose) => deflate(cose, { strategy: Z_FIXED }))
/** Literals only, under a code of their own. */
export const dynamicCodes: Change = zlib((_, cose) => zlibStream(dynamicBlock(cose), cose))
/** A window of 256 bytes, enough for a stored block, which refers to nothing. */
export const smallWindow: Change = zlib((_, cose) => zlibStream(storedBlocks(cose), cose, [0x08, 0x1d]))
