import { afterEach, describe, expect, it } from 'vitest'
import { type AssetPlace, fill, removeOthers, serve } from '../../src/sw/assets.ts'
import { cacheName, type PrecacheList } from '../../src/sw/precache-list.ts'

const scope = `${location.origin}/app/`
const files: Readonly<Record<string, string>> = { 'index.html': '<p>page', 'a.js': 'a()', 'b.js': 'b()' }

afterEach(async () => {
  for (const name of await caches.keys()) await caches.delete(name)
})

describe('The files of a build', () => {
  it('are served from the cache once all are there', async () => {
    const place = await placeOf('one', files)
    await fill(place)
    expect(place.asked.toSorted()).toEqual(['a.js', 'b.js', 'index.html'])
    expect(await (await serve(place, 'a.js')).text()).toBe('a()')
    expect(place.asked).toHaveLength(3)
  })

  it('are not there while one is missing or another one, whichever', async () => {
    for (const path of Object.keys(files)) {
      for (const wrong of [undefined, 'evil()']) {
        const place = await placeOf('one', files, { ...files, [path]: wrong })
        await expect(fill(place), path).rejects.toThrow()
        await caches.delete(cacheName(place))
      }
    }
  })

  it('are taken from an older build where they are the same', async () => {
    await fill(await placeOf('one', files))
    const next = await placeOf('two', { ...files, 'b.js': 'b2()' })
    await fill(next)
    expect(next.asked).toEqual(['b.js'])
    expect(await (await serve(await placeOf('one', files), 'b.js')).text()).toBe('b()')
    expect(await (await serve(next, 'b.js')).text()).toBe('b2()')
  })

  it('are checked before each use: one that was changed in the cache is fetched anew, or not served', async () => {
    const place = await placeOf('one', files)
    await fill(place)
    const cache = await caches.open(cacheName(place))
    await cache.put(`${scope}a.js`, new Response('evil()'))
    expect(await (await serve(place, 'a.js')).text()).toBe('a()')

    await cache.put(`${scope}a.js`, new Response('evil()'))
    const offline = await placeOf('one', files, {})
    expect((await serve(offline, 'a.js')).type).toBe('error')
  })

  it('do not come from outside the list, not by names that every object has either', async () => {
    const place = await placeOf('one', files)
    for (const path of ['c.js', 'constructor', '__proto__']) expect((await serve(place, path)).type).toBe('error')
  })

  it('keep the headers of the host, but those about how they came', async () => {
    const place = await placeOf('one', files)
    await fill(place)
    const { headers } = await serve(place, 'a.js')
    expect([headers.get('content-security-policy'), headers.get('content-encoding')]).toEqual([
      "default-src 'none'",
      null,
    ])
  })

  it('of other builds go when this one takes over', async () => {
    await fill(await placeOf('one', files))
    await caches.open('of-somebody-else')
    const next = await placeOf('two', files)
    await fill(next)
    await removeOthers(next)
    expect((await caches.keys()).toSorted()).toEqual(['of-somebody-else', 'vaxcert-/app/ two'])
  })

  it('of the same app in another folder stay, in a folder within too', async () => {
    const others = [`${location.origin}/`, `${location.origin}/app/test/`, `${location.origin}/app2/`]
    for (const other of others) await caches.open(cacheName({ list: { build: 'one', files: {} }, scope: other }))
    const next = await placeOf('two', files)
    await fill(next)
    await removeOthers(next)
    expect(await caches.keys()).toHaveLength(others.length + 1)
  })

  it('are served also where there is no room to keep them', async () => {
    const place = await placeOf('one', files)
    const cache = await caches.open(cacheName(place))
    cache.put = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'))
    const full = { ...place, caches: Object.assign(Object.create(caches), { open: async () => cache }) }
    expect(await (await serve(full, 'a.js')).text()).toBe('a()')
  })
})

type Files = Readonly<Record<string, string | undefined>>

async function placeOf(
  build: string,
  listed: Files,
  hosted: Files = listed,
): Promise<AssetPlace & { asked: string[] }> {
  const entries = await Promise.all(
    Object.entries(listed).map(async ([path, text]) => [path, await sha256(text ?? '')]),
  )
  const list: PrecacheList = { build, files: Object.fromEntries(entries) }
  const asked: string[] = []
  const headers = { 'content-security-policy': "default-src 'none'", 'content-encoding': 'gzip' }
  return {
    list,
    caches,
    scope,
    asked,
    async fetch({ url }) {
      const path = url.slice(scope.length)
      asked.push(path)
      const text = hosted[path]
      return text === undefined ? new Response('', { status: 404 }) : new Response(text, { headers })
    },
  }
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
