import { Fault } from '@vaxcert/core/fault'
import { idbStore } from './idb-store.ts'
import { memoryStore } from './memory-store.ts'
import type { Store } from './store.ts'

/** IndexedDB, asked not to be cleared; memory where this browser keeps nothing. */
export async function storeOrMemory(): Promise<Store> {
  try {
    const store = idbStore()
    await store.read()
    void navigator.storage?.persist?.().catch(() => false)
    return store
  } catch (error) {
    if (error instanceof Fault || error instanceof ReferenceError) return memoryStore(false)
    throw error
  }
}
