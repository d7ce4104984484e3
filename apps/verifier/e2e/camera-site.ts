import { sampleLists } from '../serve/sample-authority.ts'
import { type Running, serveSite } from '../serve/server.ts'
import { builtApp } from './built-app.ts'
import type { Page } from './chromium.ts'
import { type FakeCamera, launchWithCamera } from './fake-camera.ts'
import { openReady } from './scanning.ts'

/** The built app on a host, and a browser whose camera plays films. */
export interface CameraSite extends FakeCamera {
  readonly host: Running
  /** The app on a phone, ready to scan, in a profile of its own. */
  open(options?: OpenOptions): Promise<Page>
}

export interface OpenOptions {
  /** Of the app, before it starts. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** Runs in the page before the app does. */
  readonly before?: () => void
}

export async function cameraSite(film: Uint8Array): Promise<CameraSite> {
  const app = await builtApp()
  const host = await serveSite({ app, lists: sampleLists }, 0)
  const camera = await launchWithCamera(film)

  async function open({ settings = {}, before = () => {} }: OpenOptions = {}): Promise<Page> {
    const context = await camera.browser.newContext({ viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    const kept = JSON.stringify({ language: 'en', ...settings })
    await page.addInitScript((text) => localStorage.setItem('vaxcert.settings', text), kept)
    await page.addInitScript(before)
    await openReady(page, host.address)
    return page
  }

  const close = async () => {
    await camera.close()
    await host.close().catch(() => undefined)
  }
  return { ...camera, host, open, close }
}
