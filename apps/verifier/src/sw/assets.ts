import { cacheName, cachesOf, hashOf, type PrecacheList } from './precache-list.ts'

/** Where a build's files come from and lie; the service worker's own, or a test's. */
export interface AssetPlace {
  readonly list: PrecacheList
  readonly caches: CacheStorage
  /** The app's folder, ending in a slash. */
  readonly scope: string
  readonly fetch: (request: Request) => Promise<Response>
}

/** What of a kept answer's headers goes on being true of its decoded bytes. */
const DROPPED_HEADERS = ['content-encoding', 'content-length', 'transfer-encoding']

/**
 * Brings every file of the build into its cache, each checked against its hash. Those that an older build has too
 * are taken from there. What was brought before an interruption stays for the next attempt.
 * @throws Error when one of them cannot be had or is another one: nothing of the build may then be used
 */
export async function fill(place: AssetPlace): Promise<void> {
  const cache = await place.caches.open(cacheName(place))
  const older = await otherCaches(place)
  await Promise.all(
    Object.entries(place.list.files).map(async ([path, sha256]) => {
      const url = place.scope + path
      const kept = await firstRight([cache, ...older], url, sha256)
      await cache.put(url, kept ?? (await fetchRight(place, path, sha256)))
    }),
  )
}

/** A file of the build, checked against its hash before every use; a network error when no right one can be had. */
export async function serve(place: AssetPlace, path: string): Promise<Response> {
  const sha256 = hashOf(place.list, path)
  if (sha256 === undefined) return Response.error()
  const cache = await place.caches.open(cacheName(place))
  const url = place.scope + path
  const kept = await firstRight([cache], url, sha256)
  if (kept !== undefined) return kept
  try {
    const fresh = await fetchRight(place, path, sha256)
    // Without room for it, it is right all the same.
    await cache.put(url, fresh.clone()).catch(() => undefined)
    return fresh
  } catch {
    return Response.error()
  }
}

/** Removes the caches of all other builds in this folder. */
export async function removeOthers(place: AssetPlace): Promise<void> {
  const names = await otherNames(place)
  await Promise.all(names.map((name) => place.caches.delete(name)))
}

async function otherNames(place: AssetPlace): Promise<readonly string[]> {
  const names = await place.caches.keys()
  return names.filter((name) => name.startsWith(cachesOf(place.scope)) && name !== cacheName(place))
}

async function otherCaches(place: AssetPlace): Promise<readonly Cache[]> {
  return Promise.all((await otherNames(place)).map((name) => place.caches.open(name)))
}

async function firstRight(caches: readonly Cache[], url: string, sha256: string): Promise<Response | undefined> {
  for (const cache of caches) {
    const kept = await cache.match(url, { ignoreVary: true })
    const right = kept && (await ifRight(kept, sha256))
    if (right !== undefined) return right
  }
  return undefined
}

/** Passes by the browser's own cache, which may hold the file of another day under the same name. */
async function fetchRight({ fetch, scope }: AssetPlace, path: string, sha256: string): Promise<Response> {
  const request = new Request(scope + path, { cache: 'no-store', credentials: 'same-origin', redirect: 'error' })
  const right = await ifRight(await fetch(request), sha256)
  if (right === undefined) throw new Error('a file of the build is not the one that was built')
  return right
}

async function ifRight(response: Response, sha256: string): Promise<Response | undefined> {
  const bytes = await response.arrayBuffer()
  if (response.status !== 200 || (await hexSha256(bytes)) !== sha256) return undefined
  const headers = new Headers(response.headers)
  for (const name of DROPPED_HEADERS) headers.delete(name)
  return new Response(bytes, { headers })
}

async function hexSha256(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
