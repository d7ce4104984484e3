import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { playwright } from '@vitest/browser-playwright'
import type { ViteUserConfig } from 'vitest/config'
import type { WycheproofSuite } from './vitest-context.d.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const condition = '@vaxcert/source'
const endToEnd = 'apps/*/test/e2e/**/*.test.ts'
const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
)
if (chromium === undefined) {
  if (process.env.CI === 'true') throw new Error('No Chromium found: CI must run the browser tests.')
  console.error('No Chromium found: the browser half of the tests is skipped.')
}

/** The public suites lie beside the repository; without them their tests say so and skip. */
const suites = [process.env.VAXCERT_SUITES, '../shared/suites'].find((path) => path !== undefined && existsSync(path))
if (suites === undefined)
  console.error('No public suites at ../shared/suites or VAXCERT_SUITES: their tests are skipped.')

function wycheproof(name: string): WycheproofSuite | null {
  const file = `${suites}/wycheproof/${name}_test.json`
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

/** A machine with much else to do is slow, not wrong: conditions are waited for, as long as a test may take. */
const everywhere = {
  setupFiles: '.ci/property-tests.ts',
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 30_000 } },
  // One fewer than there are processors is the default: on a machine of two that is one file after the other.
  maxWorkers: Math.max(2, availableParallelism() - 1),
}

/** Where property tests begin: the same in every run, so that one that fails fails again; another one to hunt with. */
const seed = Number(process.env.VAXCERT_SEED ?? 20_221_122)

/** Handed to the tests by `inject`, in Node and in the browser alike. */
const provide = {
  seed,
  suites: suites === undefined ? null : resolve(suites),
  wycheproof: [wycheproof('ecdsa_secp256r1_sha256_p1363'), wycheproof('rsa_pss_2048_sha256_mgf1_32')],
}

const node = {
  resolve: { conditions: [condition, 'node', 'import', 'default'] },
  // Handed to Node too, where with 'import' among them what is required would be given what is meant for imports.
  ssr: { resolve: { conditions: [condition, 'node'] } },
  test: {
    name: 'node',
    provide,
    root,
    include: ['{packages,apps}/*/test/**/*.test.ts', 'test-vectors/test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/*.browser.test.ts', endToEnd],
    globalSetup: '.ci/run-folder.ts',
    ...everywhere,
    setupFiles: [everywhere.setupFiles, 'packages/records/test/database/fresh-embedded.ts'],
  },
}

/** The built app in browsers of its own. These tests mostly wait: two at a time, after all others; a stalled browser has a second try. */
const e2e = {
  ...node,
  test: {
    ...node.test,
    name: 'e2e',
    include: [endToEnd],
    exclude: ['**/node_modules/**'],
    maxWorkers: 2,
    retry: 1,
    sequence: { groupOrder: 1 },
  },
}

/**
 * Files that must give the same verdict in the browser are named *.any.test.ts and run in both.
 * Here too a stalled browser has a second try.
 */
const browser = {
  root,
  // So that a test may import a file of the public suites: `/@fs${inject('suites')}/…?raw`.
  server: { fs: { allow: [root, ...(suites === undefined ? [] : [resolve(suites)])] } },
  resolve: { conditions: [condition, 'browser', 'module', 'import', 'default'] },
  test: {
    name: 'chromium',
    provide,
    root,
    retry: 1,
    include: ['{packages,apps}/*/test/**/*.any.test.ts', '{packages,apps}/*/test/**/*.browser.test.ts'],
    exclude: ['**/node_modules/**'],
    ...everywhere,
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

const config: ViteUserConfig = { test: { projects: chromium === undefined ? [node, e2e] : [node, browser, e2e] } }

export default config
