import { allWilling, type ToWorker } from './agreement.ts'
import { type AssetPlace, fill, removeOthers, serve } from './assets.ts'
import { hashOf, type PrecacheList } from './precache-list.ts'
import { isCode, pathIn } from './requests.ts'
import type { WorkerScope } from './worker-scope.ts'

/** Put in by the build. */
declare const PRECACHE: PrecacheList

const worker = globalThis as unknown as WorkerScope
const place: AssetPlace = {
  list: PRECACHE,
  caches: worker.caches,
  scope: worker.registration.scope,
  fetch: (request) => fetch(request),
}

// Without one of the files the installation fails, and the version before goes on serving.
worker.addEventListener('install', (event) => event.waitUntil(fill(place)))

worker.addEventListener('activate', (event) => event.waitUntil(removeOthers(place).then(() => worker.clients.claim())))

worker.addEventListener('fetch', (event) => {
  const path = pathIn(place.scope, event.request)
  if (path === undefined) return
  if (hashOf(place.list, path) !== undefined) event.respondWith(serve(place, path))
  else if (isCode(event.request)) event.respondWith(Promise.resolve(Response.error()))
})

worker.addEventListener('message', (event) => {
  const message = event.data as ToWorker
  if (message.kind === 'build') event.ports[0]?.postMessage(place.list.build)
  if (message.kind === 'agree') event.waitUntil(changeIfAllAgree())
})

/** Never under the hands of somebody who checks: all pages must have said that they are willing. */
async function changeIfAllAgree(): Promise<void> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const pages = windows.filter(({ url }) => pathIn(place.scope, new Request(url)) === 'index.html')
  if (await allWilling(pages)) await worker.skipWaiting()
}
