import { concatBytes } from '@noble/hashes/utils.js'
import { sha256 } from '#sha256'
import { writeCbor } from '../../../cose/cbor-writer.ts'
import { KID_BYTES } from '../../kid-key.ts'
import { CHUNK_ROW_BYTES, LIST_HEAD_BYTES, typeByte, WHOLE_SIGNER } from '../../revocation/index-lists.ts'
import { HASH_BYTES, type HashType } from '../../revocation/revocation-hash.ts'
import { FORMAT, VERSION } from '../../revocation/revocation-index.ts'
import { compareAt } from '../../revocation/rows.ts'
import type { ChunkedList } from './chunk-files.ts'

/** A step from one edition to the next: where it starts, and SHA-256 of its file. */
export type DeltaStep = readonly [from: number, sha256: Uint8Array]

/** A list with its place in the index. */
export interface PlacedList extends ChunkedList {
  readonly kid: Uint8Array
  readonly type: HashType
}

/** The body of a revocation list; `readRevocationIndex` gives it back. */
export function indexBody(
  edition: number,
  wholeSigners: readonly Uint8Array[],
  lists: readonly PlacedList[],
  deltas: readonly DeltaStep[],
): Uint8Array {
  const entries = [...wholeSigners.map(wholeSignerEntry), ...lists.map(listEntry)]
  const sorted = entries.toSorted((left, right) => compareAt(left, 0, right, 0, KID_BYTES + 1))
  return writeCbor({ format: FORMAT, version: VERSION, edition, lists: concatBytes(...sorted), deltas })
}

function wholeSignerEntry(kid: Uint8Array): Uint8Array {
  return Uint8Array.of(...kid, WHOLE_SIGNER, 0)
}

function listEntry({ kid, type, bits, chunks }: PlacedList): Uint8Array {
  const entry = new Uint8Array(LIST_HEAD_BYTES + chunks.length * CHUNK_ROW_BYTES)
  entry.set(kid)
  entry[KID_BYTES] = typeByte(type)
  entry[KID_BYTES + 1] = bits
  const view = new DataView(entry.buffer)
  for (const [prefix, chunk] of chunks.entries()) {
    if (chunk.length === 0) continue
    const at = LIST_HEAD_BYTES + prefix * CHUNK_ROW_BYTES
    view.setUint16(at, chunk.length / HASH_BYTES)
    entry.set(sha256(chunk), at + 2)
  }
  return entry
}
