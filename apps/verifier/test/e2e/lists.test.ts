import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { builtApp } from '../../e2e/built-app.ts'
import { type BrowserContext, hasChromium, launchChromium, type Page } from '../../e2e/chromium.ts'
import { openApp, waitForLists } from '../../e2e/drive.ts'
import { type FlakyHost, flakyHost, flipped } from '../../e2e/flaky-host.ts'
import { judgeSample } from '../../e2e/judge-sample.ts'
import { sampleLists } from '../../serve/sample-authority.ts'
import type { ListsTrouble } from '../../src/lists/lists-codes.ts'
import { en } from '../../src/words/en.ts'

describe.skipIf(!hasChromium)('Lists in the built verifier', () => {
  let browser: Awaited<ReturnType<typeof launchChromium>>
  let app: string
  let lists: string
  let host: FlakyHost
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    app = await builtApp()
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
  })
  beforeEach(async () => {
    lists = mkdtempSync(join(tmpdir(), 'vaxcert-lists-'))
    cpSync(sampleLists, lists, { recursive: true })
    host = await flakyHost(app, lists)
    context = await browser.newContext({ locale: 'en' })
    page = await context.newPage()
    return async () => {
      await context.close()
      await host.close()
      rmSync(lists, { recursive: true })
    }
  })

  it('that were changed on their way are refused: without others, nothing can be checked', async () => {
    damage('trust.list')
    await openApp(page, host.address)
    expect(await offersChecks(page, 'list.signature')).toBe(false)
  })

  it('that are good stay when changed ones are offered after them', async () => {
    await openApp(page, host.address)
    await waitForLists(page)
    for (const name of ['manifest.list', 'trust.list', 'roots/1.root']) damage(name)
    await page.reload()
    expect(await judgeSample(page, 'vaccination')).toBe('accepted')
  })

  it('that were changed in the store of the device are not believed', async () => {
    await openApp(page, host.address)
    await waitForLists(page)
    await damageStore(page)
    await host.close()
    await page.reload()
    expect(await offersChecks(page, 'held.damaged')).toBe(false)
  })

  function damage(name: string): void {
    const file = join(lists, name)
    const bytes = readFileSync(file)
    writeFileSync(file, flipped(bytes, bytes.length >> 1))
  }
})

/** Whether the first screen lets anything be checked, once it says what is wrong with the lists. */
async function offersChecks(page: Page, trouble: ListsTrouble): Promise<boolean> {
  await page.getByText(en[`lists-trouble.${trouble}`]).waitFor()
  return (await page.locator('input[type=file][accept*=image]').count()) > 0
}

/** Turns one bit of the kept trust list round. */
function damageStore(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opened = indexedDB.open('vaxcert-lists')
        opened.onsuccess = () => {
          const transaction = opened.result.transaction('records', 'readwrite')
          const records = transaction.objectStore('records')
          const current = records.get('current')
          current.onsuccess = () => {
            const kept = current.result
            kept.files.lists.trust[500] ^= 1
            records.put(kept, 'current')
          }
          transaction.oncomplete = () => {
            opened.result.close()
            resolve()
          }
        }
      }),
  )
}
