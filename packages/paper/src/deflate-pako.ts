import { deflate as pakoDeflate, Z_RLE } from 'pako'

/** Compresses picture rows to a zlib stream; runs only, which is nearly all there is to find in them. */
export function deflate(bytes: Uint8Array): Uint8Array {
  return pakoDeflate(bytes, { strategy: Z_RLE })
}
