import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium } from 'playwright'

export type { Browser, BrowserContext, Page } from 'playwright'

const path = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
  existsSync(file),
)

/** False where the end-to-end tests cannot run, and say so. */
export const hasChromium: boolean = path !== undefined
if (!hasChromium) console.error('No Chromium found: the end-to-end tests of the verifier are skipped.')

/** A browser without a window; more switches for a camera made of a file. */
export function launchChromium(...more: readonly string[]): Promise<Browser> {
  return chromium.launch({ executablePath: path ?? '', args: [...usual, ...more] })
}

/** The same with a profile on the disk, as at somebody's device. */
export async function launchProfile(folder: string): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(folder, { executablePath: path ?? '', args: [...usual] })
  // Functions that run in the page come from tsx, which marks their names.
  await context.addInitScript('globalThis.__name = (named) => named')
  return context
}

const usual: readonly string[] = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
