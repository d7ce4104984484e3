import type { Value } from '@vaxcert/core/verify/rules'
import { type Bag, isBag } from '../check-result.ts'

/** An expression with what it comes to on some data. */
export interface Assertion {
  readonly expression: unknown
  readonly data: Value
  readonly expected: unknown
  /** Which case and assertion of the file it is. */
  readonly name: string
  /** Whether the suite says not to run it: it is about what the specification leaves open. */
  readonly skipped: boolean
}

/** Assertions about evaluation, or what validation finds. */
export type TestCase =
  | { readonly name: string; readonly assertions: readonly Assertion[] }
  | { readonly name: string; readonly expression: unknown; readonly issues: unknown }

/** A named list of cases, each of which asserts something or names issues (CertLogic-testSuite.json). */
export function isCertLogicFile({ name, cases }: Bag): boolean {
  return (
    typeof name === 'string' && Array.isArray(cases) && cases.every((test) => isBag(test) && listOf(test) !== undefined)
  )
}

function listOf({ assertions, issues }: Bag): readonly unknown[] | undefined {
  if (Array.isArray(assertions)) return assertions
  return Array.isArray(issues) ? issues : undefined
}

/** The cases of a file that `isCertLogicFile`. `skip` may stand at the file, at a case or at an assertion. */
export function readCases(json: Bag): readonly TestCase[] {
  return (json.cases as readonly Bag[]).map((test, index) => {
    const name = `case ${index + 1}`
    const { assertions, certLogicExpression: expression, issues } = test
    if (!Array.isArray(assertions)) return { name, expression, issues }
    return { name, assertions: assertions.map((given, at) => readAssertion([json, test, given], `${name}.${at + 1}`)) }
  })
}

/** An assertion may bring an expression of its own; else it is about the one of its case. */
function readAssertion([file, test, given]: readonly [Bag, Bag, unknown], name: string): Assertion {
  const assertion = isBag(given) ? given : {}
  const { certLogicExpression: expression = test.certLogicExpression, data = null, expected } = assertion
  const skipped = [file, test, assertion].some(({ directive }) => directive === 'skip')
  return { expression, data: data as Value, expected, name, skipped }
}
