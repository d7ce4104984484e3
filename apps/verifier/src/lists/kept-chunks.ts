import type { ChunkSource } from '@vaxcert/core/trust'
import { hexSha256 } from './hash.ts'
import type { Store } from './store/store.ts'

/** Chunks that are kept in memory: 32 MiB at most. */
const MAX_IN_MEMORY = 512

/** The chunks of this device. */
export interface KeptChunks extends ChunkSource {
  /** Chunks that the store had no room for, by their names: they last as long as the page. */
  unkept: ReadonlyMap<string, Uint8Array>
}

/**
 * Chunks from the device alone: a look-up never asks the network. Each is checked when it leaves the store; one that is
 * not what its name says leaves it for good.
 */
export function keptChunks(store: Store): KeptChunks {
  const inMemory = new Map<string, Uint8Array>()
  const chunks: KeptChunks = {
    unkept: new Map(),
    async chunk(sha256) {
      const known = inMemory.get(sha256) ?? chunks.unkept.get(sha256)
      if (known !== undefined) return known
      const chunk = await store.chunk(sha256)
      if (chunk === undefined) return undefined
      if (!(chunk instanceof Uint8Array) || (await hexSha256(chunk)) !== sha256) {
        await store.dropChunk(sha256)
        return undefined
      }
      const [oldest] = inMemory.keys()
      if (inMemory.size >= MAX_IN_MEMORY && oldest !== undefined) inMemory.delete(oldest)
      inMemory.set(sha256, chunk)
      return chunk
    },
  }
  return chunks
}
