import { readFileSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildApp } from '../../e2e/build-app.ts'
import { type BrowserContext, hasChromium, launchChromium, type Page } from '../../e2e/chromium.ts'
import { openApp, versionOf, waitForLists } from '../../e2e/drive.ts'
import { type FlakyHost, flakyHost, type Mishap } from '../../e2e/flaky-host.ts'
import { closeResult, pasteCode } from '../../e2e/scan-texts.ts'
import { sampleLists } from '../../serve/sample-authority.ts'
import { sampleCodes } from '../../serve/sample-codes.ts'

describe.skipIf(!hasChromium)('An update of the app', () => {
  let browser: Awaited<ReturnType<typeof launchChromium>>
  let [first, second] = ['', '']
  let certificate: string
  let host: FlakyHost
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    first = await buildApp('first')
    second = await buildApp('second')
    certificate = (await sampleCodes(new Date()))[0]?.text ?? ''
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    for (const folder of [first, second]) rmSync(folder, { recursive: true })
  })
  beforeEach(async () => {
    host = await flakyHost(first, sampleLists)
    context = await browser.newContext()
    page = await context.newPage()
    await openApp(page, host.address)
    return async () => {
      await context.close()
      await host.close()
    }
  })

  it('changes nothing at whichever file it is cut, and never mixes two versions', async () => {
    const was = await versionOf(page)
    host.app = second
    for (const path of changedFiles(first, second)) {
      for (const mishap of ['cut', 'absent', 'changed'] satisfies Mishap[]) {
        host.mishaps.clear()
        host.mishaps.set(path, mishap)
        await forgetOthers(page, was.build)
        expect(await lookForUpdate(page), `${path} ${mishap}`).toBe('failed')
        await page.reload()
        expect(await versionOf(page)).toEqual(was)
      }
    }
    host.mishaps.clear()
    expect(await lookForUpdate(page)).toBe('waiting')
    await page.reload()
    expect(await versionOf(page)).toEqual(was)
  })

  it('comes when every open page is willing, to all of them', async () => {
    const other = await context.newPage()
    await openApp(other, host.address)
    host.app = second
    expect(await lookForUpdate(page)).toBe('waiting')
    await agree(page)
    await page.waitForTimeout(500)
    expect([(await versionOf(page)).script, (await versionOf(other)).script]).toEqual(['first', 'first'])
    await Promise.all([page.waitForEvent('load'), other.waitForEvent('load'), agree(other)])
    for (const each of [page, other]) {
      await each.waitForFunction(() => document.documentElement.dataset.script === 'second')
      expect(await versionOf(each)).toEqual({ build: buildOf(second), script: 'second' })
    }
  })

  it('that is half deployed leaves the version before in its place, also where a kept file is damaged', async () => {
    const [script = ''] = changedFiles(second, first).filter((path) => path.startsWith('assets/'))
    await page.evaluate(async (path) => {
      const [name = ''] = await caches.keys()
      const cache = await caches.open(name)
      await cache.put(new URL(path, document.baseURI), new Response('document.title = "evil"'))
    }, script)
    await page.reload()
    expect(await versionOf(page)).toEqual({ build: buildOf(first), script: 'first' })
    host.mishaps.set(script, 'changed')
    await page.evaluate(async (path) => {
      const [name = ''] = await caches.keys()
      await (await caches.open(name)).delete(new URL(path, document.baseURI))
    }, script)
    await page.reload()
    expect(await page.evaluate(canFetch, script)).toBe(false)
  })

  it('that brings a file as a page, cut to length, or from another host changes nothing', async () => {
    const was = await versionOf(page)
    host.app = second
    const [script = ''] = changedFiles(first, second).filter((path) => path.endsWith('.js'))
    for (const mishap of ['page', 'short', 'elsewhere'] satisfies Mishap[]) {
      host.mishaps.set(script, mishap)
      expect(await lookForUpdate(page), mishap).toBe('failed')
      await page.reload()
      expect(await versionOf(page)).toEqual(was)
    }
  })

  it.each(['cut', 'absent', 'page', 'short', 'mistyped', 'elsewhere'] satisfies Mishap[])(
    'whose service worker itself comes wrong (%s) is none',
    async (mishap) => {
      const was = await versionOf(page)
      host.app = second
      host.mishaps.set('sw.js', mishap)
      expect(await lookForUpdate(page)).toBe('failed')
      await page.reload()
      expect(await versionOf(page)).toEqual(was)
      host.mishaps.clear()
      expect(await lookForUpdate(page)).toBe('waiting')
    },
  )

  it('never comes while somebody is being checked, whatever was agreed', async () => {
    const other = await context.newPage()
    await openApp(other, host.address)
    await waitForLists(other)
    await other.locator('input[type=file][accept*=image]').first().waitFor({ state: 'attached' })
    expect(await pasteCode(other, certificate)).toBe('accepted')
    host.app = second
    expect(await lookForUpdate(page)).toBe('waiting')
    await agree(page)
    await page.waitForTimeout(1500)
    expect([(await versionOf(page)).script, (await versionOf(other)).script]).toEqual(['first', 'first'])
    expect(await other.locator('.result.accepted').count()).toBe(1)
    await closeResult(other)
    await agree(other)
    for (const each of [page, other]) {
      await each.waitForFunction(() => document.documentElement.dataset.script === 'second')
    }
  })

  it('may also be one to the version before: whole as well, and agreed to as well', async () => {
    host.app = second
    expect(await lookForUpdate(page)).toBe('waiting')
    await agree(page)
    await page.waitForFunction(() => document.documentElement.dataset.script === 'second')
    host.app = first
    const [script = ''] = changedFiles(second, first).filter((path) => path.endsWith('.js'))
    host.mishaps.set(script, 'changed')
    expect(await lookForUpdate(page)).toBe('failed')
    expect((await versionOf(page)).script).toBe('second')
    host.mishaps.clear()
    expect(await lookForUpdate(page)).toBe('waiting')
    await agree(page)
    await page.waitForFunction(() => document.documentElement.dataset.script === 'first')
    expect((await versionOf(page)).build).toBe(buildOf(first))
  })
})

/** Files of a build that the other has not, or has with other bytes. */
function changedFiles(other: string, build: string): readonly string[] {
  const [before, after] = [filesOf(other), filesOf(build)]
  return Object.keys(after).filter((path) => before[path] !== after[path])
}

function filesOf(folder: string): Readonly<Record<string, string>> {
  return JSON.parse(/"files":(\{[^}]*\})/.exec(readFileSync(`${folder}/sw.js`, 'utf8'))?.[1] ?? '')
}

function buildOf(folder: string): string {
  return /name="vaxcert-build" content="(\w+)"/.exec(readFileSync(`${folder}/index.html`, 'utf8'))?.[1] ?? ''
}

/** What became of the newer service worker that the host has. */
function lookForUpdate(page: Page): Promise<'failed' | 'waiting'> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    const isFound = await registration.update().then(
      () => true,
      () => false,
    )
    const worker = registration.installing ?? registration.waiting
    if (!isFound) return 'failed'
    if (worker === null) throw new Error('no newer version was found')
    return new Promise<'failed' | 'waiting'>((resolve) => {
      const look = () => {
        if (worker.state === 'redundant') resolve('failed')
        if (worker.state === 'installed') resolve('waiting')
      }
      worker.addEventListener('statechange', look)
      look()
    })
  })
}

/** Whether the page can have a file at all. */
function canFetch(path: string): Promise<boolean> {
  return fetch(path).then(
    () => true,
    () => false,
  )
}

/** What an attempt before brought is not asked for again: here every file is to be. */
function forgetOthers(page: Page, build: string): Promise<void> {
  return page.evaluate(async (kept) => {
    for (const name of await caches.keys()) if (!name.endsWith(kept)) await caches.delete(name)
  }, build)
}

async function agree(page: Page): Promise<void> {
  await page.locator('[data-update]').click()
}
