import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtApp } from '../../e2e/built-app.ts'
import { type Browser, hasChromium, launchChromium, type Page } from '../../e2e/chromium.ts'
import { judgeSample } from '../../e2e/judge-sample.ts'
import { openReady, startScanning } from '../../e2e/scanning.ts'
import { sampleLists } from '../../serve/sample-authority.ts'
import { type Running, serveSite } from '../../serve/server.ts'

describe.skipIf(!hasChromium)('The built verifier without a camera', () => {
  let app: string
  let host: Running

  beforeAll(async () => {
    app = await builtApp()
    host = await serveSite({ app, lists: sampleLists }, 0)
  })
  afterAll(async () => {
    await host.close()
  })

  async function withBrowser(switches: readonly string[], run: (browser: Browser) => Promise<void>): Promise<void> {
    const browser = await launchChromium(...switches)
    try {
      await run(browser)
    } finally {
      await browser.close()
    }
  }

  /** The words about the camera are there, and a picture is judged all the same. */
  async function expectWayOut(page: Page, words: RegExp): Promise<void> {
    await page.getByRole('status').filter({ hasText: words }).waitFor()
    expect(await judgeSample(page, 'vaccination')).toBe('accepted')
  }

  it.each([
    ['there is none', [], /no camera/i],
    ['it is denied', ['--use-fake-device-for-media-stream'], /allow/i],
  ])('says so and takes a picture where %s', async (_, switches, words) => {
    await withBrowser(switches, async (browser) => {
      const page = await browser.newPage()
      await openReady(page, host.address)
      await startScanning(page)
      await expectWayOut(page, words)
    })
  })

  it('says that another app has it, and tries again when asked', async () => {
    await withBrowser(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'], async (browser) => {
      const page = await browser.newPage()
      await page.addInitScript(() => {
        const { mediaDevices } = navigator
        const open = mediaDevices.getUserMedia.bind(mediaDevices)
        let isFirst = true
        mediaDevices.getUserMedia = (wish) => {
          if (!isFirst) return open(wish)
          isFirst = false
          return Promise.reject(new DOMException('', 'NotReadableError'))
        }
      })
      await openReady(page, host.address)
      await startScanning(page)
      await page
        .getByRole('status')
        .filter({ hasText: /another app|in use|busy/i })
        .waitFor()
      await page.getByRole('button', { name: /again/i }).click()
      await expect.poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth)).toBe(1280)
    })
  })

  it('says why on a page that is not secure', async () => {
    await withBrowser(['--host-resolver-rules=MAP insecure.test 127.0.0.1'], async (browser) => {
      const page = await browser.newPage()
      await page.goto(host.address.replace('127.0.0.1', 'insecure.test'))
      await page.getByRole('alert').filter({ hasText: /https/ }).waitFor()
    })
  })

  it('remembers the camera that was chosen, even when the browser names it anew', async () => {
    const switches = ['--use-fake-device-for-media-stream=device-count=2', '--use-fake-ui-for-media-stream']
    await withBrowser(switches, async (browser) => {
      const page = await browser.newPage()
      await openReady(page, host.address)
      await startScanning(page)
      const label = () =>
        page.locator('video').evaluate((video: HTMLVideoElement) => {
          const stream = video.srcObject as MediaStream | null
          return stream?.getVideoTracks()[0]?.label
        })
      await expect.poll(label).toBe('fake_device_0')
      await page.locator('.scan select').selectOption({ label: 'fake_device_1' })
      await expect.poll(label).toBe('fake_device_1')

      await page.reload()
      await startScanning(page)
      await expect.poll(label).toBe('fake_device_1')

      await page.evaluate(() => {
        const kept = JSON.parse(localStorage.getItem('vaxcert.settings') ?? '{}')
        localStorage.setItem('vaxcert.settings', JSON.stringify({ ...kept, camera: 'an-old-name' }))
      })
      await page.reload()
      await startScanning(page)
      await expect.poll(label).toBe('fake_device_1')
    })
  })
})
