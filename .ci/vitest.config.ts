import { existsSync } from 'node:fs'
import { playwright } from '@vitest/browser-playwright'
import type { ViteUserConfig } from 'vitest/config'

const condition = '@vaxcert/source'
const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
)
if (chromium === undefined) {
  if (process.env.CI === 'true') throw new Error('No Chromium found: CI must run the browser tests.')
  console.error('No Chromium found: the browser half of the tests is skipped.')
}

const node = {
  resolve: { conditions: [condition, 'node', 'module', 'import', 'default'] },
  ssr: { resolve: { conditions: [condition, 'node', 'module', 'import', 'default'] } },
  test: {
    name: 'node',
    root: new URL('..', import.meta.url).pathname,
    include: ['{packages,apps}/*/test/**/*.test.ts', 'test-vectors/test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/*.browser.test.ts'],
    testTimeout: 60_000,
  },
}

/** Files that must give the same verdict in the browser are named *.any.test.ts and run in both. */
const browser = {
  root: new URL('..', import.meta.url).pathname,
  resolve: { conditions: [condition, 'browser', 'module', 'import', 'default'] },
  test: {
    name: 'chromium',
    root: new URL('..', import.meta.url).pathname,
    include: ['{packages,apps}/*/test/**/*.any.test.ts', '{packages,apps}/*/test/**/*.browser.test.ts'],
    exclude: ['**/node_modules/**'],
    testTimeout: 60_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { executablePath: chromium ?? '', args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] },
      }),
      instances: [{ browser: 'chromium' as const }],
    },
  },
}

const config: ViteUserConfig = { test: { projects: chromium === undefined ? [node] : [node, browser] } }

export default config
