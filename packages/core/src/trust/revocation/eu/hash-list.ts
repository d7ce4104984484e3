import { demand } from '../../list-shape.ts'
import { HASH_BYTES } from '../revocation-hash.ts'
import { hasRow, rowsOf, sortedRows, tableOf } from '../rows.ts'
import { isRate } from './bloom-filter.ts'
import type { Slice } from './slice.ts'

/** version u16, rate f32, expected i32, size u8. */
const HEADER_BYTES = 11
const VERSION = 1

/**
 * Reads a partial variable hash list as dgca-partialvarhashfilter (Java) writes it, big-endian:
 * `version u16 = 1 | rate f32 | expected i32 | size u8`, and to the end the first `size` bytes of each hash.
 *
 * Order in the file is not relied on: it is that of signed numbers. The writer in use pads with zeros what it should
 * pad with FF, so that `FF 85 …` stands in its files as `00 85 …`. Such a hash is looked for in both forms: none that
 * is revoked is missed, and one that is not is taken for revoked as seldom as by the list's own rate, twice.
 * @throws Fault `list.shape`
 */
export function readHashList(bytes: Uint8Array): Slice {
  demand(bytes.length >= HEADER_BYTES, 'slice ends early')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const size = view.getUint8(10)
  demand(view.getUint16(0) === VERSION, 'version of a hash list')
  demand(isRate(view.getFloat32(2)) && view.getInt32(6) >= 0, 'plan of a hash list')
  demand(size >= 1 && size <= HASH_BYTES && (bytes.length - HEADER_BYTES) % size === 0, 'length of a hash list')
  const table = tableOf(sortedRows(rowsOf(bytes.subarray(HEADER_BYTES), size), size), size)
  return {
    contains(hash) {
      const damaged = asWrittenBadly(hash, size)
      return hasRow(table, size, hash) || (damaged !== undefined && hasRow(table, size, damaged))
    },
  }
}

/**
 * What the writer in use makes of the first `size` bytes: leading FF that a negative number can do without
 * become 00. Undefined where it writes them as they are.
 */
function asWrittenBadly(hash: Uint8Array, size: number): Uint8Array | undefined {
  const row = hash.slice(0, size)
  let at = 0
  while (at + 1 < size && row[at] === 0xff && (row[at + 1] as number) >= 0x80) {
    row[at] = 0
    at += 1
  }
  return at === 0 ? undefined : row
}
