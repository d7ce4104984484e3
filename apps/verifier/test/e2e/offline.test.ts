import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtApp } from '../../e2e/built-app.ts'
import { hasChromium, launchChromium } from '../../e2e/chromium.ts'
import { openApp, waitForLists } from '../../e2e/drive.ts'
import { type FlakyHost, flakyHost } from '../../e2e/flaky-host.ts'
import { judgeSample } from '../../e2e/judge-sample.ts'
import { sampleLists } from '../../serve/sample-authority.ts'

describe.skipIf(!hasChromium)('The built verifier in Chromium', () => {
  let browser: Awaited<ReturnType<typeof launchChromium>>
  let app: string
  let host: FlakyHost

  beforeAll(async () => {
    app = await builtApp()
    host = await flakyHost(app, sampleLists)
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    await host.close().catch(() => undefined)
  })

  it('starts without a network and a host, verifies a sample, and never asked another origin', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const asked: string[] = []
    const complaints: string[] = []
    context.on('request', (request) => asked.push(request.url()))
    page.on('pageerror', ({ message }) => complaints.push(message))
    // The browser itself notes the root after the newest one, which is not there yet.
    page.on('console', (message) => message.location().url.endsWith('/2.root') || complaints.push(message.text()))
    await openApp(page, host.address)
    await waitForLists(page)
    expect(await judgeSample(page, 'vaccination')).toBe('accepted')
    expect(complaints).toEqual([])

    await host.close()
    await context.setOffline(true)
    await page.reload()
    expect(await judgeSample(page, 'vaccination')).toBe('accepted')
    expect(await judgeSample(page, 'revoked')).toBe('refused')
    expect(await judgeSample(page, 'stranger')).toBe('undecided')
    expect(asked.filter((url) => !url.startsWith(host.address) && !url.startsWith('blob:'))).toEqual([])
    await context.close()
  })
})
