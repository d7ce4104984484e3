import { nameOf } from '../../revocation/chunk-source.ts'
import { MAX_BITS, MAX_MEMBERS } from '../../revocation/index-lists.ts'
import { HASH_BYTES } from '../../revocation/revocation-hash.ts'
import { prefixOf } from '../../revocation/revocation-index.ts'
import { tableOf } from '../../revocation/rows.ts'

/** One list cut into chunks by the leading bits of its hashes. */
export interface ChunkedList {
  readonly bits: number
  /** By the leading bits. Empty ones make no file. */
  readonly chunks: readonly Uint8Array[]
}

/** A file beside the index, by its name. */
export type NamedFile = readonly [name: string, bytes: Uint8Array]

/**
 * Cuts sorted hashes into as few chunks as their size allows.
 * @throws TypeError when more than 4,096 hashes begin with the same 16 bits, as no 200 million SHA-256 hashes do
 */
export function chunkList(rows: readonly Uint8Array[]): ChunkedList {
  for (let bits = 0; bits <= MAX_BITS; bits += 1) {
    const counts = new Uint32Array(2 ** bits)
    for (const row of rows) {
      const prefix = prefixOf(row, bits)
      counts[prefix] = (counts[prefix] as number) + 1
    }
    if (counts.every((count) => count <= MAX_MEMBERS)) return { bits, chunks: cut(rows, counts) }
  }
  throw new TypeError('too many hashes that begin alike')
}

function cut(rows: readonly Uint8Array[], counts: Uint32Array): readonly Uint8Array[] {
  let at = 0
  return Array.from(counts, (count) => {
    at += count
    return tableOf(rows.slice(at - count, at), HASH_BYTES)
  })
}

/** A file under the name that an index gives it. */
export function namedFile(bytes: Uint8Array): NamedFile {
  return [nameOf(bytes), bytes]
}
