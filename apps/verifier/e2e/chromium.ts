import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright'

export type { BrowserContext, Page } from 'playwright'

const path = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
  existsSync(file),
)

/** False where the end-to-end tests cannot run, and say so. */
export const hasChromium: boolean = path !== undefined
if (!hasChromium) console.error('No Chromium found: the end-to-end tests of the verifier are skipped.')

/** A browser without a window; more switches for a camera made of a file. */
export function launchChromium(...more: readonly string[]): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', ...more]
  return chromium.launch({ executablePath: path ?? '', args })
}
