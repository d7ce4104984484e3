import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeTrustList } from '@vaxcert/core/trust'
import { ownSuite } from '../../../src/vectors/own/own-suite.ts'
import { emptyFolder } from '../../empty-folder.ts'
import { runJson } from '../run-file.ts'

/** Files of a folder of vectors, by what a vector calls them. */
export const trust = 'trust/sample.json'
export const key = 'keys/dsc-all.json'

/** A folder of vectors with a list, a key, and lists that are no good; `path` is where a vector would lie. */
export function ownFolder() {
  const root = emptyFolder()
  const path = join(root, 'verify', 'case.json')
  const keys = new URL('../../../../../keys-sample/', import.meta.url)
  for (const folder of ['trust', 'keys', 'verify']) mkdirSync(join(root, folder))
  writeFileSync(join(root, 'vector.schema.json'), '{}')
  copyFileSync(new URL('trust-list.json', keys), join(root, trust))
  copyFileSync(new URL('../test-vectors/keys/dsc-all.json', keys), join(root, key))
  writeFileSync(join(root, 'trust', 'nobody.json'), JSON.stringify(writeTrustList([])))
  writeFileSync(join(root, 'trust', 'broken.json'), '{')
  return { path, resultsOf: (given: object, expected: object, more?: object) => resultsOf(path, given, expected, more) }
}

/** Results by check: "passed", or "failed: what came out, code". */
async function resultsOf(
  path: string,
  given: object,
  expected: object,
  more: object = {},
): Promise<Record<string, string>> {
  const results = await runJson(ownSuite, { id: 'a', about: 'b', given, expect: expected, ...more }, path)
  return Object.fromEntries(
    results.map(({ check, result, actual, code }) => [
      check,
      result === 'passed' ? result : [actual, code].filter(Boolean).join(', '),
    ]),
  )
}
