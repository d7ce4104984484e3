import type { Page } from './chromium.ts'

/** Pastes a code into the page as a person would; gives the verdict that it shows. */
export async function pasteCode(page: Page, text: string): Promise<string> {
  await markResult(page)
  await paste(page, text)
  return verdictOf(page)
}

export function paste(page: Page, text: string): Promise<void> {
  return page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, text)
}

/** Types a code as fast as a hand scanner, with Enter behind it. */
export async function typeCode(page: Page, text: string): Promise<string> {
  await markResult(page)
  await page.evaluate((typed) => {
    // All within the page: under load, the way from here would be slower than any scanner.
    for (const key of [...typed, 'Enter']) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    }
  }, text)
  return verdictOf(page)
}

/** Hands a picture to the page as a file of this name. */
export async function uploadPicture(page: Page, picture: Uint8Array, name: string): Promise<string> {
  await markResult(page)
  const field = page.locator('input[type=file][accept*=image]').first()
  await field.setInputFiles({ name, mimeType: 'image/png', buffer: Buffer.from(picture) })
  return verdictOf(page)
}

/** Closes the result where there is a button for that: at a gate it goes by itself. */
export async function closeResult(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelector<HTMLElement>('.result .button.main')?.click())
  await page.waitForFunction(() => document.querySelector('.result') === null)
}

/** A result that is still on the screen belongs to the scan before. */
function markResult(page: Page): Promise<void> {
  return page.evaluate(() => document.querySelector('.result')?.setAttribute('data-seen', ''))
}

/** The kind of verdict on the screen, once there is a new one. */
function verdictOf(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const started = performance.now()
        const look = () => {
          const result = document.querySelector('.result:not([data-seen])')
          const shown = /accepted|refused|undecided|other/.exec(result?.className ?? '')?.[0]
          if (shown !== undefined) resolve(shown)
          else if (performance.now() - started > 10_000) reject(new Error('no verdict came'))
          else setTimeout(look, 2)
        }
        look()
      }),
  )
}
