import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Value } from '../../../../src/verify/rules/certlogic/index.ts'
import { evaluate } from './evaluate.ts'

const operators = [
  'if',
  'and',
  '!',
  '===',
  'in',
  '+',
  '<',
  'after',
  'plusTime',
  'reduce',
  'extractFromUVCI',
  'dccDateOfBirth',
  'var',
]
const junk = fc.oneof(
  fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withTypedArray: true }),
  fc.json().map((text) => JSON.parse(text)),
)
const paths = fc.array(fc.constantFrom('a', '0', '__proto__', 'constructor', 'length', 'current'), { maxLength: 4 })

/** Operations of known names with anything below them. */
const { hostile } = fc.letrec<{ hostile: unknown }>((tie) => ({
  hostile: fc.oneof(
    { maxDepth: 4 },
    junk,
    paths.map((parts) => ({ var: parts.join('.') })),
    fc
      .tuple(fc.constantFrom(...operators), fc.oneof(junk, fc.array(tie('hostile'), { maxLength: 4 })))
      .map(([operator, operands]) => ({ [operator]: operands })),
  ),
}))

describe('whatever a rule and its data are', () => {
  it('nothing but a Fault is thrown', () => {
    fc.assert(
      fc.property(hostile, junk, (expr, data) => {
        evaluate(expr, data as Value)
      }),
      { numRuns: 2000 },
    )
  })

  it('nothing of JavaScript shows', () => {
    fc.assert(
      fc.property(paths, (parts) => {
        const found = evaluate({ var: parts.join('.') }, { a: ['text', { a: 1 }], current: 'text' })
        expect(typeof found).not.toBe('function')
        expect(parts.join('.')).toSatisfy((path: string) => !/proto|constr|length/.test(path) || found === null)
      }),
    )
  })
})
