import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright'
import { createServer } from 'vite'
import { launchChromium } from '../e2e/chromium.ts'
import { deskPhotograph } from './desk-photograph.ts'
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

/** Serves the sources as they are to browsers; all of it is gone when `work` is done. */
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
  const address = `${server.resolvedUrls?.local[0]}apps/verifier/pictures/gallery.html`
  const sight = await deskPhotograph()
  const pages = new Map<number, Page>()
  const pageWith = async (letters = 1) => {
    const page = pages.get(letters) ?? (await openPage(address, letters))
    pages.set(letters, page)
    return page
  }
  try {
    const scenes = await (await pageWith()).evaluate(() => gallery.names)
    await work({
      scenes,
      take: async (scene, view, path) => take(await pageWith(view.letters), { scene, view, sight, path }),
    })
  } finally {
    for (const page of pages.values()) await page.context().browser()?.close()
    await server.close()
  }
}

/** A browser of its own, because how large letters are is its own setting. */
async function openPage(address: string, letters: number): Promise<Page> {
  const browser = await launchChromium(`--blink-settings=defaultFontSize=${16 * letters}`)
  const page = await browser.newPage()
  await page.goto(address)
  await page.waitForFunction(() => 'gallery' in globalThis)
  return page
}

const usual = { colorScheme: null, forcedColors: null, reducedMotion: null } as const

interface Shot {
  readonly scene: string
  readonly view: View
  /** What the camera sees. */
  readonly sight: string
  readonly path: string
}

async function take(page: Page, { scene, view, sight, path }: Shot): Promise<void> {
  const { width, height, media = {}, settings } = view
  await page.setViewportSize({ width, height })
  await page.emulateMedia({ ...usual, ...media })
  await page.evaluate(([name, chosen, seen]) => gallery.show(name, chosen, seen), [scene, settings, sight] as const)
  await page.screenshot(path.endsWith('.jpg') ? { path, quality: 60 } : { path })
}
