import { readdirSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadsOf } from '../../bench/loads.ts'
import { builtApp } from '../../e2e/built-app.ts'
import { type BrowserContext, hasChromium, launchChromium, type Page } from '../../e2e/chromium.ts'
import { openApp, waitForLists } from '../../e2e/drive.ts'
import { type FlakyHost, flakyHost } from '../../e2e/flaky-host.ts'
import { sampleLists } from '../../serve/sample-authority.ts'

describe.skipIf(!hasChromium)('A part of the app that comes later', () => {
  let browser: Awaited<ReturnType<typeof launchChromium>>
  let app: string
  let host: FlakyHost
  let context: BrowserContext
  let page: Page
  const complaints: string[] = []

  beforeAll(async () => {
    app = await builtApp()
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
  })
  beforeEach(async () => {
    complaints.length = 0
    host = await flakyHost(app, sampleLists)
    context = await browser.newContext({ locale: 'vi-VN' })
    page = await context.newPage()
    page.on(
      'console',
      (message) => /Content Security|TrustedScript/.test(message.text()) && complaints.push(message.text()),
    )
    page.on('pageerror', ({ message }) => complaints.push(message))
  })
  afterEach(async () => {
    await context.close()
    await host.close().catch(() => undefined)
  })

  it('is not asked for before the first screen stands: what is, is what verifier:size counts', async () => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname.slice(1) || 'index.html'))
    await page.goto(host.address)
    await page.locator('h1:focus').waitFor()
    await expect.poll(() => asked.some((path) => path.includes('/rooms-'))).toBe(true)
    const first = asked.slice(0, asked.indexOf(part('checking'))).filter((path) => /\.(?:html|js|css)$/.test(path))
    const counted = loadsOf(app).firstScreen.map(({ name }) => name)
    expect(first.toSorted()).toEqual(counted.toSorted())
    expect(complaints).toEqual([])
  })

  it('says in words that it cannot be had, and comes when asked again', async () => {
    host.mishaps.set(part('rooms'), 'cut')
    await page.goto(host.address)
    await waitForLists(page)
    await open('settings')
    expect(await heading()).toMatch(/^Chưa tải được một phần/)
    host.mishaps.clear()
    await page.locator('main .button.main').click()
    await expect.poll(heading).toBe('Cài đặt')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  })

  it('that the host has no more is got by loading the page anew', async () => {
    host.mishaps.set(part('rooms'), 'absent')
    await page.goto(host.address)
    await waitForLists(page)
    await open('settings')
    await page.evaluate(() => Object.assign(globalThis, { isOld: true }))
    await page.locator('main .button.main').click()
    await expect.poll(() => page.evaluate(() => 'isOld' in globalThis).catch(() => true)).toBe(false)
    await page.locator('.page.start').waitFor()
  })

  it('leaves the language as it is while the other words cannot be had', async () => {
    host.mishaps.set(part('en'), 'cut')
    await page.goto(host.address)
    await waitForLists(page)
    await page.getByText('English').click()
    await page.getByText(/^Chưa tải được một phần/).waitFor()
    expect(await page.locator('input[name=language]:checked').count()).toBe(1)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('vi')
    host.mishaps.clear()
    await page.getByText('English').click()
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('en')
    expect(await page.getByText(/^Chưa tải được một phần/).count()).toBe(0)
  })

  it('is there without a network once the app was opened: every room, in both languages', async () => {
    await openApp(page, host.address)
    await waitForLists(page)
    await host.close()
    await context.setOffline(true)
    await page.reload()
    await page.getByText('English').click()
    for (const [room, title] of [
      ['settings', 'Settings'],
      ['lists', 'Lists'],
      ['supervisor', 'Supervisor'],
    ] as const) {
      await open(room)
      expect(await heading(), room).toBe(title)
    }
    expect(complaints).toEqual([])
  })

  /** The script of a part, whatever its hash. */
  function part(name: string): string {
    return `assets/${readdirSync(`${app}/assets`).find((each) => each.startsWith(`${name}-`))}`
  }

  async function open(room: 'settings' | 'lists' | 'supervisor'): Promise<void> {
    const icons = ['lists', 'supervisor', 'settings']
    await page.locator('nav button').nth(icons.indexOf(room)).click()
    await page.locator('h1:focus').waitFor()
  }

  function heading(): Promise<string | null> {
    return page.locator('h1').textContent()
  }
})
