import type { Page } from './chromium.ts'

/** Waits until the service worker serves the page and the lists are there. */
export async function openApp(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller === null) {
      await new Promise((resolve) =>
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
      )
    }
  })
}

/** Waits until lists are kept on this device. */
export async function waitForLists(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const all = await indexedDB.databases()
    if (!all.some(({ name }) => name === 'vaxcert-lists')) return false
    return new Promise<boolean>((resolve) => {
      const opened = indexedDB.open('vaxcert-lists')
      opened.onsuccess = () => {
        const count = opened.result.transaction('records').objectStore('records').count('current')
        count.onsuccess = () => {
          opened.result.close()
          resolve(count.result === 1)
        }
      }
    })
  })
}

/** What the page is made of: its build, and the version its script says. */
export async function versionOf(page: Page): Promise<{ readonly build: string; readonly script: string | undefined }> {
  await page.waitForFunction(() => document.documentElement.dataset.script !== undefined)
  return page.evaluate(() => ({
    build: document.querySelector<HTMLMetaElement>('meta[name=vaxcert-build]')?.content ?? '',
    script: document.documentElement.dataset.script,
  }))
}
