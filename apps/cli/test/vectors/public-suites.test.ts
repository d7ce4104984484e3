import { describe, expect, inject, it } from 'vitest'
import type { CheckResult } from '../../src/vectors/check-result.ts'
import { runSuites } from '../../src/vectors/run-suites.ts'
import { walk } from '../../src/vectors/walk.ts'

const suites = inject('suites')
const present = suites !== null

/** A run over one suite: its summary, the failures, and how often each known difference came. */
async function runSuite(name: string) {
  const folder = `${suites}/${name}`
  const failures: string[] = []
  const reasons: Record<string, number> = {}
  const onResult = (file: string, { check, result, reason = '' }: CheckResult) => {
    if (result === 'failed') failures.push(`${file} ${check} ${reason}`)
    if (result === 'known') reasons[reason] = (reasons[reason] ?? 0) + 1
  }
  const summary = await runSuites(folder, walk(folder), { onResult, onFile: () => {} })
  return { summary, failures, reasons }
}

describe.skipIf(!present)('Against the public suites', () => {
  it('no check of dgc-testdata fails, and what is known has a reason of a few', async () => {
    const { summary, failures, reasons } = await runSuite('dgc-testdata')
    expect(failures).toEqual([])
    expect(summary.files).toBeGreaterThan(0)
    const allowed = [/^P-384 under ES256/, /^file expects /, /^SpecialCaseHandling /, /^JSON and signed bytes /]
    expect(Object.keys(reasons).filter((reason) => !allowed.some((form) => form.test(reason)))).toEqual([])
    expect(summary.known).toBeLessThan(summary.checks / 20)
    expect(Object.keys(summary.byCheck)).toHaveLength(13)
  }, 120_000)

  it('every case of Wycheproof is right', async () => {
    const { summary, failures } = await runSuite('wycheproof')
    expect(failures).toEqual([])
    expect(summary.passed).toBe(summary.checks)
    expect(summary.checks).toBeGreaterThan(300)
  })

  it('every case of CertLogic is right that it does not skip itself', async () => {
    const { summary, failures } = await runSuite('certlogic')
    expect(failures).toEqual([])
    expect(summary.passed).toBe(summary.checks - summary.skipped)
    expect(summary.skipped).toBeLessThan(summary.checks / 10)
  })

  it('every national rule and every test of one is right, but for files that nobody tests', async () => {
    const { summary, failures, reasons } = await runSuite('dgc-business-rules-testdata')
    expect(failures).toEqual([])
    expect(summary.byCheck['RULE-TEST']).toMatchObject({ known: 0, skipped: 0 })
    expect(summary.byCheck['RULE-TEST']?.total).toBeGreaterThan(500)
    expect(Object.keys(reasons)).toEqual(['a rule in a file of another name than rule.json is checked by nobody'])
  })
})
