import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from '../../../.ci/node_modules/playwright/index.js'

export type { BrowserContext, Page } from '../../../.ci/node_modules/playwright/index.js'

const path = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
  existsSync(file),
)

/** False where the end-to-end tests cannot run, and say so. */
export const hasChromium: boolean = path !== undefined
if (!hasChromium) console.error('No Chromium found: the end-to-end tests of the verifier are skipped.')

type Playwright = typeof import('../../../.ci/node_modules/playwright/index.js')

/** A browser without a window; more switches for a camera made of a file. */
export function launchChromium(...more: readonly string[]): Promise<Browser> {
  const { chromium } = createRequire(import.meta.url)('../../../.ci/node_modules/playwright/index.js') as Playwright
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', ...more]
  return chromium.launch({ executablePath: path ?? '', args })
}
