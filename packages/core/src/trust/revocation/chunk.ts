import { askSource, type ChunkSource, nameOf } from './chunk-source.ts'
import { HASH_BYTES } from './revocation-hash.ts'
import { type ChunkPlace, prefixOf } from './revocation-index.ts'
import { isAscending } from './rows.ts'

/** Gives a chunk that is what the index says; undefined when it cannot be had. */
export type ReadChunk = (place: ChunkPlace) => Uint8Array | undefined | Promise<Uint8Array | undefined>

/** Reads chunks of a source, each checked once for as long as the source hands out the same array. */
export function chunkReader(source: ChunkSource): ReadChunk {
  const checked = new WeakMap<Uint8Array, string>()
  const check = (place: ChunkPlace, bytes: Uint8Array | undefined): Uint8Array | undefined => {
    if (bytes === undefined || checked.get(bytes) === place.sha256) return bytes
    if (!isChunk(place, bytes)) return undefined
    checked.set(bytes, place.sha256)
    return bytes
  }
  return (place) => {
    const answer = askSource(source, place.sha256)
    return answer instanceof Promise ? answer.then((bytes) => check(place, bytes)) : check(place, answer)
  }
}

/** Whether the bytes are those of the index, and such that no member can be overlooked in them. */
export function isChunk({ sha256, members, prefix, bits }: ChunkPlace, bytes: Uint8Array): boolean {
  if (bytes.length !== members * HASH_BYTES || nameOf(bytes) !== sha256) return false
  const [first, last] = [bytes.subarray(0, HASH_BYTES), bytes.subarray(-HASH_BYTES)]
  return isAscending(bytes, HASH_BYTES) && prefixOf(first, bits) === prefix && prefixOf(last, bits) === prefix
}
