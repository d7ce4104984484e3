import { Encoder } from 'cbor-x'
import type { CborWritable } from './cbor-value.ts'

/**
 * Plain CBOR in shortest form: no cbor-x records, maps of variable size, no tag 64 on bytes.
 * Map and object entries keep their order.
 */
const encoder = new Encoder({
  useRecords: false,
  mapsAsObjects: false,
  variableMapSize: true,
  tagUint8Array: false,
})

/** Writes one data item. Integers must lie below 2^32: cbor-x writes larger ones as floating point. */
export function writeCbor(value: CborWritable): Uint8Array {
  const { buffer, byteOffset, byteLength } = encoder.encode(value)
  return new Uint8Array(buffer, byteOffset, byteLength)
}
