import { expect } from 'vitest'
import type { Page } from './chromium.ts'
import { openApp, waitForLists } from './drive.ts'

/** What the screen said from one painted picture on, until the next entry. */
export interface Sight {
  /** `accepted`, `refused`, `undecided` or `other`; `scan` while the camera is seen; else `start` or the like. */
  readonly screen: string
  /** The name that stands beside it, unfolded or not. */
  readonly name: string
  /** The colour of the answer. */
  readonly colour: string
  /** Milliseconds of the page's clock. */
  readonly at: number
}

/** Notes every change of the answer from now on and after each reload, picture by picture. */
async function watchAnswers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const sights: Sight[] = []
    Object.assign(globalThis, { sights })
    const look = () => {
      requestAnimationFrame(look)
      const result = document.querySelector('.result')
      const band = document.querySelector('.verdict-band')
      const screen =
        result?.className.replace('result ', '') ?? document.querySelector('.app')?.className.slice(7) ?? ''
      const name = result?.querySelector('.person-name')?.textContent ?? ''
      const colour = [band, result].map((each) => each && getComputedStyle(each).backgroundColor).join()
      const last = sights.at(-1)
      if (last?.screen === screen && last.name === name && last.colour === colour) return
      sights.push({ screen, name, colour, at: performance.now() })
    }
    requestAnimationFrame(look)
  })
}

export function sightsOf(page: Page): Promise<readonly Sight[]> {
  return page.evaluate(() => (globalThis as unknown as { sights: Sight[] }).sights)
}

/** Opens the app with the lists of the samples. */
export async function openReady(page: Page, address: string): Promise<void> {
  await watchAnswers(page)
  await openApp(page, address)
  await waitForLists(page)
  await page.locator('.start .button.main').waitFor()
}

/** Starts the camera; the moment on the page's clock. */
export async function startScanning(page: Page): Promise<number> {
  const at = await page.evaluate(() => performance.now())
  await page.locator('.start .button.main').click()
  return at
}

/** Waits for an answer with this name beside it, and gives the moment it was painted. */
export async function waitForAnswer(page: Page, screen: string, name: string): Promise<number> {
  await page.locator(`.result.${screen}`, { hasText: name }).waitFor()
  await expect.poll(async () => (await sightsOf(page)).at(-1)?.screen).toBe(screen)
  return (await sightsOf(page)).at(-1)?.at ?? Number.NaN
}
