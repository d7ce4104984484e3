import { isDeepStrictEqual } from 'node:util'
import { Fault } from '@vaxcert/core'
import { compileCertLogic, type Value, validateCertLogic } from '@vaxcert/core/verify/rules'
import { type CheckResult, FOREIGN_EXCEPTION, type Suite } from '../check-result.ts'
import { type Assertion, isCertLogicFile, readCases, type TestCase } from './certlogic-file.ts'

/** The test suite of the CertLogic specification: what expressions come to, and what is wrong with bad ones. */
export const certLogicSuite: Suite = {
  recognises: isCertLogicFile,
  run: async ({ json }) => readCases(json).flatMap(runCase),
}

function runCase(test: TestCase): readonly CheckResult[] {
  return 'issues' in test ? [validated(test.expression, test.issues, test.name)] : test.assertions.map(evaluated)
}

/** What comes of an expression; a code where it cannot be evaluated. */
export function evaluated({ expression, data, expected, name, skipped }: Assertion): CheckResult {
  const check = 'EVALUATE'
  if (skipped) return { check, result: 'skipped', reason: 'the suite says skip' }
  try {
    return compared(check, expected, compileCertLogic(expression)(data), name)
  } catch (error) {
    const code = error instanceof Fault ? error.code : FOREIGN_EXCEPTION
    return { check, result: 'failed', expected: shown(expected), actual: 'not evaluated', code, reason: name }
  }
}

function validated(expression: unknown, issues: unknown, name: string): CheckResult {
  return compared('VALIDATE', issues, validateCertLogic(expression), name)
}

function compared(check: string, expected: unknown, actual: Value | readonly object[], reason: string): CheckResult {
  const same = isDeepStrictEqual(actual, expected)
  return { check, result: same ? 'passed' : 'failed', expected: shown(expected), actual: shown(actual), reason }
}

/** Lists and objects are not written out: made by a rule, they may be larger than any memory. */
function shown(value: unknown): boolean | string {
  if (typeof value === 'boolean') return value
  if (Array.isArray(value)) return `a list of ${value.length}`
  return typeof value === 'object' && value !== null ? 'an object' : `${value}`
}
