import { beforeAll, describe, expect, it } from 'vitest'
import { builtApp } from '../../e2e/built-app.ts'
import { hasChromium } from '../../e2e/chromium.ts'
import { type PrivacyFindings, privacyRun } from '../../e2e/privacy-run.ts'

/** `npm run verifier:privacy` scans a thousand. */
const SCANS = 60

describe.skipIf(!hasChromium)('After sixty certificates of people with names that stand nowhere else', () => {
  let found: PrivacyFindings

  beforeAll(async () => {
    found = await privacyRun(SCANS, await builtApp())
  }, 120_000)

  it('every verdict was the right one, and each way in was used', () => {
    const { wrong, ...ways } = found.scans
    expect(wrong).toBe(0)
    for (const [way, count] of Object.entries(ways)) expect(count, way).toBeGreaterThan(0)
  })

  it('nobody was asked for anything meanwhile', () => {
    expect([found.asked, found.foreign]).toEqual([[], []])
  })

  it('clipboard, history and console are as they were', () => {
    expect([found.clipboardSame, found.historySame, found.console]).toEqual([true, true, []])
  })

  it('no store of the page holds a name or a text', () => {
    expect(found.stores.looked).toBeGreaterThan(20)
    expect(found.stores.found).toEqual([])
  })

  it('no text of the page and its workers that is still alive holds one', () => {
    expect(found.heaps.map(({ heaps }) => heaps > 1)).toEqual([true, true])
    expect(found.heaps.flatMap(({ hits }) => hits)).toEqual([])
  })

  it('no file of the profile holds one, while the browser runs and after it closed', () => {
    expect([found.running.found, found.closed.found]).toEqual([[], []])
  })

  it('a word that was put into each store on purpose was found there', () => {
    const control = found.control.join('\n')
    for (const place of ['IndexedDB', 'Local Storage', 'CacheStorage', 'History']) expect(control).toContain(place)
  })
})
