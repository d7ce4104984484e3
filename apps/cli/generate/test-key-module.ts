import { createHash, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sampleNames } from '../src/keys/sample-set.ts'
import { publicTestKeys } from './public-test-keys.ts'
import { suiteKeys } from './suite-keys.ts'

/** Bytes of a hash that are kept. To find a second key for one of them takes 2^64 tries, and would deny only itself. */
const HASH_BYTES = 8
const LINE = 100

/** The source file of core that holds the keys everybody has, made from the public suites, our samples and a few more. */
export function testKeyModule(suites: string): string {
  const keys = [...suiteKeys(suites), ...sampleKeys(), ...publicTestKeys()]
  const hashes = [
    ...new Set(
      keys.map((key) =>
        createHash('sha256')
          .update(key)
          .digest('hex')
          .slice(0, 2 * HASH_BYTES),
      ),
    ),
  ]
  const text = Buffer.from(hashes.toSorted().join(''), 'hex').toString('base64')
  const lines = text.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []
  return [
    '// Made by apps/cli/generate/test-keys.ts.',
    '',
    '/** First 8 bytes of the SHA-256 of each key that everybody has, as SPKI; in ascending order, base64. */',
    'export const TEST_KEY_HASHES: string =',
    lines.map((line) => `  '${line}'`).join(' +\n'),
    '',
  ].join('\n')
}

function sampleKeys(): readonly Uint8Array[] {
  const folder = fileURLToPath(new URL('../../../keys-sample/', import.meta.url))
  return sampleNames.map((name) => {
    const { publicKey } = new X509Certificate(readFileSync(`${folder}${name}.pem`))
    return new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }))
  })
}
