// Takes a picture of every screen: phone and desktop, light and dark, Vietnamese and English.
//   npm run -s ts -- apps/verifier/pictures/pictures.ts FOLDER [SCENE …]
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright'
import { createServer } from 'vite'
import { launchChromium } from '../e2e/chromium.ts'
import type { Gallery } from './gallery.ts'

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } }
const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Runs inside the page. */
declare const gallery: Gallery

async function take(page: Page, folder: string, wanted: readonly string[]): Promise<void> {
  const names = await page.evaluate(() => gallery.names)
  for (const name of names.filter((each) => wanted.length === 0 || wanted.includes(each))) {
    for (const [size, viewport] of Object.entries(sizes)) {
      for (const display of ['light', 'dark'] as const) {
        for (const language of ['vi', 'en'] as const) {
          await page.setViewportSize(viewport)
          await page.evaluate(([scene, settings]) => gallery.show(scene, settings), [
            name,
            { language, display },
          ] as const)
          await page.screenshot({ path: `${folder}/${name}-${size}-${display}-${language}.png` })
        }
      }
    }
  }
}

const [folder, ...wanted] = process.argv.slice(2)
if (folder === undefined) throw new TypeError('name a folder for the pictures')
const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  server: { port: 0, host: '127.0.0.1' },
  resolve: { conditions: ['@vaxcert/source', 'browser', 'module', 'import', 'default'] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
})
await server.listen()
const browser = await launchChromium()
const page = await browser.newPage()
await page.goto(`${server.resolvedUrls?.local[0]}apps/verifier/pictures/gallery.html`)
await page.waitForFunction(() => 'gallery' in globalThis)
await take(page, resolve(folder), wanted)
await browser.close()
await server.close()
