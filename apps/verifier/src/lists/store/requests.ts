import { Fault } from '@vaxcert/core/fault'

/** The answer of one request. */
export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** Resolves when all of a transaction is on the disk, rejects when none of it is. */
export function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Fault('store.unavailable', 'stopped'))
  })
}

/** Any trouble of the database as a code of ours. */
export function storeFault(error: unknown): Fault {
  if (error instanceof Fault) return error
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError'
  return isFull
    ? new Fault('store.full', 'no room', { cause: error })
    : new Fault('store.unavailable', 'nothing can be kept', { cause: error })
}
