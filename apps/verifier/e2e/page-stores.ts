import type { Page } from './chromium.ts'

/** All that a page's origin has kept, as bytes, by where it lies. */
export async function readStores(page: Page): Promise<ReadonlyMap<string, Buffer>> {
  const kept = await page.evaluate(readAll)
  const cookies = await page.context().cookies()
  const stores = kept.map(([place, base64]) => [place, Buffer.from(base64, 'base64')] as const)
  return new Map([...stores, ['cookies', Buffer.from(JSON.stringify(cookies))]])
}

/** Runs in the page: [where, base64 of what]. */
async function readAll(): Promise<[string, string][]> {
  const utf8 = new TextEncoder()
  const base64 = (bytes: Uint8Array) =>
    new Promise<string>((resolve) => {
      const reader = new FileReader()
      reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
      reader.readAsDataURL(new Blob([bytes as Uint8Array<ArrayBuffer>]))
    })
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  /** Bytes of binary members as letters, so that they can be searched too. */
  const plain = (value: unknown): string =>
    JSON.stringify(value, (_, each) => (each instanceof Uint8Array ? new TextDecoder('latin1').decode(each) : each))

  const found: [string, string][] = []
  const add = async (place: string, bytes: Uint8Array) => found.push([place, await base64(bytes)])
  for (const { name = '', version = 1 } of await indexedDB.databases()) {
    const database = await answer(indexedDB.open(name, version))
    for (const store of database.objectStoreNames) {
      const objects = database.transaction(store).objectStore(store)
      const [keys, values] = await Promise.all([answer(objects.getAllKeys()), answer(objects.getAll())])
      await add(`IndexedDB ${name} ${store}`, utf8.encode(plain([keys, values])))
    }
    database.close()
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const request of await cache.keys()) {
      const response = await cache.match(request)
      await add(`Cache Storage ${request.url}`, new Uint8Array((await response?.arrayBuffer()) ?? new ArrayBuffer()))
      await add(`Cache Storage, address ${request.url}`, utf8.encode(request.url))
    }
  }
  await add('localStorage', utf8.encode(JSON.stringify({ ...localStorage })))
  await add('sessionStorage', utf8.encode(JSON.stringify({ ...sessionStorage })))
  await add('document', utf8.encode([document.title, location.href, document.cookie, window.name].join('\n')))
  await add('history', utf8.encode(JSON.stringify([history.state, history.length])))
  await add('page', utf8.encode(document.documentElement.outerHTML))
  return found
}
