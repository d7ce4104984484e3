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
    if (refusals.some((refusal) => error instanceof refusal)) return memoryStore(false)
    throw error
  }
}

/** How browsers say that there is no store: by its absence, or already when it is named. */
const refusals = [Fault, ReferenceError, DOMException] as const
