import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { builtApp } from '../../e2e/built-app.ts'
import { type BrowserContext, hasChromium, launchChromium, type Page } from '../../e2e/chromium.ts'
import { openApp, waitForLists } from '../../e2e/drive.ts'
import { type FlakyHost, flakyHost } from '../../e2e/flaky-host.ts'
import { closeResult, pasteCode } from '../../e2e/scan-texts.ts'
import { sampleLists } from '../../serve/sample-authority.ts'
import { sampleCodes } from '../../serve/sample-codes.ts'

describe.skipIf(!hasChromium)('Storage that fails under the built verifier', () => {
  let browser: Awaited<ReturnType<typeof launchChromium>>
  let app: string
  let codes: ReadonlyMap<string, string>
  let host: FlakyHost
  let context: BrowserContext
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    app = await builtApp()
    codes = new Map((await sampleCodes(new Date())).map(({ name, text }) => [name, text]))
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
  })
  beforeEach(async () => {
    host = await flakyHost(app, sampleLists)
    context = await browser.newContext({ locale: 'en' })
    page = await context.newPage()
    complaints = []
    page.on('pageerror', ({ message }) => complaints.push(message))
    return async () => {
      await context.close()
      await host.close()
    }
  })

  it('the browser is asked not to clear it', async () => {
    await page.addInitScript(() => {
      navigator.storage.persist = async () => {
        document.documentElement.dataset.asked = 'yes'
        return true
      }
    })
    await page.goto(host.address)
    await page.waitForFunction(() => document.documentElement.dataset.asked === 'yes')
  })

  it('a browser that keeps nothing at all still checks, and says that nothing will be kept', async () => {
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('no', 'SecurityError')
      }
      for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches']) {
        Object.defineProperty(globalThis, name, { get: refuse })
      }
      Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined })
    })
    await page.goto(host.address)
    await page.locator('.notice.bad').getByText('gone when this page closes').waitFor()
    expect(await judged('vaccination')).toBe('accepted')
    expect(await judged('revoked')).toBe('refused')
    expect(complaints).toEqual([])
    await page.reload()
    await page.locator('.notice.bad').getByText('gone when this page closes').waitFor()
  })

  it('without room on the device it goes on in memory, and says so', async () => {
    const session = await context.newCDPSession(page)
    await page.goto(`${host.address}manifest.webmanifest`)
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(host.address).origin, quotaSize: 2000 })
    await page.goto(host.address)
    await page.locator('.notice.bad').getByText('There is no room').waitFor()
    expect(await judged('vaccination')).toBe('accepted')
    expect(await judged('revoked')).toBe('refused')
    expect(complaints).toEqual([])
  })

  it('lists that are deleted while the page is open stay in use, and are written again', async () => {
    await openApp(page, host.address)
    await waitForLists(page)
    await deleteLists()
    // Pieces of the revocation list that are gone leave it undecided, until they have been fetched again.
    expect(['refused', 'undecided']).toContain(await judged('revoked'))
    await expect.poll(() => judged('revoked')).toBe('refused')
    expect(await judged('vaccination')).toBe('accepted')
    await host.close()
    await page.reload()
    expect(await judged('vaccination')).toBe('accepted')
  })

  it('lists that are deleted while the page is closed are missed, not replaced by anything', async () => {
    await openApp(page, host.address)
    await waitForLists(page)
    await deleteLists()
    await host.close()
    await page.reload()
    await page
      .getByText('This device has not accepted any lists yet')
      .or(page.getByText('could not be fetched'))
      .waitFor()
    expect(await page.locator('input[type=file][accept*=image]').count()).toBe(0)
  })

  it('a whole folder of lists is taken from a stick, where there is no network', async () => {
    host.mishaps.set('lists/manifest.list', 'cut')
    await page.goto(host.address)
    await page.getByText('could not be fetched').waitFor()
    await page.locator('input[webkitdirectory]').setInputFiles(sampleLists)
    await page.getByText('Load from a folder').waitFor({ state: 'detached' })
    expect(await judged('vaccination')).toBe('accepted')
  })

  it('a folder, or a file, that holds something else changes nothing, and says why', async () => {
    await openApp(page, host.address)
    await waitForLists(page)
    await page.locator('nav button').first().click()
    await page.locator('input[webkitdirectory]').setInputFiles(`${app}/icons`)
    await page.getByText('The file is not a list').waitFor()
    const field = page.locator('.actions input[type=file]:not([webkitdirectory])')
    await field.setInputFiles({ name: 'a.vaxlists', mimeType: '', buffer: Buffer.from('no lists') })
    await page.getByText('not a list file').waitFor()
    await page.getByText('The lists held before stay in use').waitFor()
    await page.locator('.header button').first().click()
    expect(await judged('vaccination')).toBe('accepted')
  })

  async function judged(name: string): Promise<string> {
    await page.locator('input[type=file][accept*=image]').first().waitFor({ state: 'attached' })
    const verdict = await pasteCode(page, codes.get(name) as string)
    await closeResult(page)
    return verdict
  }

  /** As a browser does that needs the room, or a user who clears the data of sites. */
  function deleteLists(): Promise<void> {
    return page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.deleteDatabase('vaxcert-lists')
          request.onsuccess = () => resolve()
          request.onerror = () => reject(request.error)
          request.onblocked = () => reject(new Error('blocked'))
        }),
    )
  }
})
