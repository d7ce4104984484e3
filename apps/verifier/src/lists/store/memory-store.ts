import { Fault } from '@vaxcert/core/fault'
import type { Kept, Store } from './store.ts'

/** Lists for as long as the page is open, where a browser keeps nothing; and in tests, which may call that keeping. */
export function memoryStore(keeps: boolean): Store {
  let kept: Kept = {}
  const pieces = new Map<string, Uint8Array>()
  return {
    keeps,
    read: async () => kept,
    async hold({ state, files, newest, follows, overDamaged, chunks, needed }) {
      const held = kept.current
      if (held?.state !== follows) throw new Fault('held.busy', 'another page was faster')
      const before = held?.state === state || overDamaged ? kept.before : held
      kept = { current: { state, files }, newest, last: state, ...(before && { before }) }
      for (const [name, chunk] of chunks) pieces.set(name, chunk)
      for (const name of pieces.keys()) if (!needed.has(name)) pieces.delete(name)
    },
    async keepNewest(newest) {
      kept = { ...kept, newest }
    },
    chunk: async (sha256) => pieces.get(sha256),
    chunkNames: async () => new Set(pieces.keys()),
    async dropChunk(sha256) {
      pieces.delete(sha256)
    },
  }
}
