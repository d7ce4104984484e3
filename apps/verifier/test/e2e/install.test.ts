import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtApp } from '../../e2e/built-app.ts'
import { type BrowserContext, hasChromium, launchProfile, type Page } from '../../e2e/chromium.ts'
import { openApp } from '../../e2e/drive.ts'
import { type FlakyHost, flakyHost } from '../../e2e/flaky-host.ts'
import { sampleLists } from '../../serve/sample-authority.ts'

describe.skipIf(!hasChromium)('The app can be installed', () => {
  let [app, profile] = ['', '']
  let host: FlakyHost
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    app = await builtApp()
    host = await flakyHost(app, sampleLists)
    profile = mkdtempSync(join(tmpdir(), 'vaxcert-profile-'))
    context = await launchProfile(profile)
    page = await context.newPage()
    await openApp(page, host.address)
  })
  afterAll(async () => {
    await context.close()
    await host.close()
    rmSync(profile, { recursive: true, maxRetries: 5 })
  })

  it('as Chromium says, which finds no fault with its manifest either', async () => {
    const devtools = await context.newCDPSession(page)
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
    const { url, errors } = await devtools.send('Page.getAppManifest')
    expect([url, errors]).toEqual([`${host.address}manifest.webmanifest`, []])
    const { appId } = await devtools.send('Page.getAppId')
    expect(appId).toBe(host.address)
  })

  it('with icons and pictures that are as large as the manifest says', () => {
    const manifest = JSON.parse(readFileSync(join(app, 'manifest.webmanifest'), 'utf8'))
    expect(manifest).toMatchObject({
      id: './',
      start_url: './',
      scope: './',
      display: 'standalone',
      lang: 'vi',
      dir: 'ltr',
    })
    expect(manifest.description).not.toBe('')
    const purposes = manifest.icons.map(({ purpose }: { purpose: string }) => purpose)
    expect(purposes).toEqual(expect.arrayContaining(['any', 'maskable']))
    for (const { src, sizes } of [...manifest.icons, ...(manifest.screenshots ?? [])]) {
      expect([src, sizeOfPng(readFileSync(join(app, src)))]).toEqual([src, sizes])
    }
  })
})

/** Width and height in the header of a PNG (ISO/IEC 15948 §11.2.2). */
function sizeOfPng(bytes: Buffer): string {
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`
}
