import { constants, deflateSync } from 'node:zlib'

const { Z_RLE } = constants

/** Compresses picture rows to a zlib stream; runs only, which is nearly all there is to find in them. */
export function deflate(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { strategy: Z_RLE, chunkSize: 4096 })
}
