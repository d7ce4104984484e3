import { createHash } from 'node:crypto'
import type { CheckResult, Suite } from '../../src/vectors/check-result.ts'
import { dgcSuite } from '../../src/vectors/dgc/dgc-suite.ts'

/** Runs one suite over a JSON object as if it had been read from a file. */
export async function runJson(
  suite: Suite,
  json: Record<string, unknown>,
  path = '/made.json',
): Promise<readonly CheckResult[]> {
  const digest = createHash('sha256').update(JSON.stringify(json)).digest('hex')
  return suite.run({ path, json: JSON.parse(JSON.stringify(json)), digest })
}

/** Results of one dgc-testdata file by check: "passed", or "failed dcc.expired". */
export async function runDgc(json: Record<string, unknown>): Promise<Readonly<Record<string, string>>> {
  const results = await runJson(dgcSuite, json)
  return Object.fromEntries(
    results.map(({ check, result, code }) => [check, result === 'failed' && code ? `failed ${code}` : result]),
  )
}

/** Those of the results that did not pass. */
export async function notPassed(json: Record<string, unknown>): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries(Object.entries(await runDgc(json)).filter(([, result]) => result !== 'passed'))
}
