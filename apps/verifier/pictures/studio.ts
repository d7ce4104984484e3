import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright'
import { createServer } from 'vite'
import { launchChromium } from '../e2e/chromium.ts'
import type { Gallery } from './gallery.ts'
import type { View } from './views.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Runs inside the page. */
declare const gallery: Gallery

/** A browser that shows any scene in any view. */
export interface Studio {
  readonly scenes: readonly string[]
  take(scene: string, view: View, path: string): Promise<void>
}

/** Serves the sources as they are and opens a page; both are gone when `work` is done. */
export async function inStudio(work: (studio: Studio) => Promise<void>): Promise<void> {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    resolve: { conditions: ['@vaxcert/source', 'browser', 'module', 'import', 'default'] },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  })
  await server.listen()
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    await page.goto(`${server.resolvedUrls?.local[0]}apps/verifier/pictures/gallery.html`)
    await page.waitForFunction(() => 'gallery' in globalThis)
    const scenes = await page.evaluate(() => gallery.names)
    await work({ scenes, take: (scene, view, path) => take(page, scene, view, path) })
  } finally {
    await browser.close()
    await server.close()
  }
}

const usual = { colorScheme: null, forcedColors: null, reducedMotion: null } as const

async function take(page: Page, scene: string, view: View, path: string): Promise<void> {
  const { width, height, letters = 1, media = {}, settings } = view
  await page.setViewportSize({ width, height })
  await page.emulateMedia({ ...usual, ...media })
  await page.evaluate(
    ([name, chosen, size]) => {
      document.documentElement.style.fontSize = size === 1 ? '' : `${size * 100}%`
      return gallery.show(name, chosen)
    },
    [scene, settings, letters] as const,
  )
  await page.screenshot({ path })
}
