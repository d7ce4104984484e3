// npm run -s ts -- apps/cli/generate/test-keys.ts SUITES: writes anew which keys production never believes.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { testKeyModule } from './test-key-module.ts'

const [suites] = process.argv.slice(2)
if (suites === undefined) throw new TypeError('which folder holds the public suites?')
const target = new URL('../../../packages/core/src/trust/test-key-hashes.ts', import.meta.url)
writeFileSync(fileURLToPath(target), testKeyModule(suites))
