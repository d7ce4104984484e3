import { type CertLogicExpression, evaluate as oracle } from 'certlogic-js'
import { validate as oracleValidate } from 'certlogic-js/dist/validation/index.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Issue, type Value, validateCertLogic } from '../../../../src/verify/rules/certlogic/index.ts'
import { evaluate, UNREADABLE } from './evaluate.ts'

// certlogic-js 1.2.2 is the reference implementation of specification 1.3.2. Where we mean to differ:
// - days that no month has ("2021-02-30"), hours, minutes and offsets that no clock has, and results beyond the calendar:
//   there dates that compare false with everything, or what the JavaScript engine makes of them; here rules.unreadable
// - "24:00:00" and an offset with nothing behind its colon ("+07:"): allowed there, not by the specification's forms
// - `var`: what texts, lists and prototypes bring along (`length`, `constructor`, the letters of a text) and "1x" taken
//   for the index 1, or an index taken for a member's name: there found, here null, as the specification says
// - numbers with a fraction: truthy there; here neither truthy nor falsy, as the specification says
// - integers beyond 2^53, expressions beyond our bounds: here rules.unreadable
// - operands too many, or wrong where they are never evaluated: passed over there; here an expression is validated first

const names = [
  'x',
  'y',
  'list',
  'date',
  'uvci',
  'deep.x',
  'list.0',
  'list.1',
  'nothing.at.all',
  '',
  'accumulator',
  'current',
]
const integers = fc.integer({ min: -3, max: 30 })
const years = fc.integer({ min: 1960, max: 2040 }).map(String)
const twoDigits = (max: number) => fc.integer({ min: 1, max }).map((number) => String(number).padStart(2, '0'))
const months = fc.tuple(years, twoDigits(12)).map((parts) => parts.join('-'))
const days = fc.tuple(months, twoDigits(28)).map((parts) => parts.join('-'))
const times = fc
  .tuple(
    days,
    twoDigits(23),
    twoDigits(59),
    fc.constantFrom('', '.1', '.1239'),
    fc.constantFrom('', 'Z', '+7', '-0730', '+07:00'),
  )
  .map(([date, hour, minute, fraction, zone]) => `${date}T${hour}:${minute}:00${fraction}${zone}`)
const dates = fc.oneof(days, times, months, years)
const texts = fc.oneof(fc.constantFrom('', 'a', 'b', '01:VN:X#Y', 'URN:UVCI:01:VN/1#2'), dates)
const literals = fc.oneof(integers, texts, fc.boolean())

/** The oracle asks objects for their prototype's `toString`. */
const plain = { noNullPrototype: true }
const data: fc.Arbitrary<Value> = fc.record(
  {
    x: fc.oneof(literals, fc.constant(null)),
    y: fc.oneof(literals, fc.constant(null)),
    list: fc.oneof(fc.array(fc.oneof(literals, fc.constant(null)), { maxLength: 4 }), fc.constant(null)),
    date: fc.oneof(dates, fc.constant(null)),
    uvci: fc.constantFrom(null, '01:VN:A/B#C', 'URN:UVCI:01:AT:1'),
    deep: fc.record({ x: fc.oneof(literals, fc.constant({})) }, plain),
  },
  plain,
)

/** Well-formed expressions, whose operands may well be of a wrong kind. */
const { expression } = fc.letrec<{ expression: CertLogicExpression }>((tie) => {
  const inner = tie('expression')
  const pair = fc.tuple(inner, inner)
  const date = fc.oneof(dates, fc.constant({ var: 'date' }), inner)
  const units = fc.constantFrom('year', 'month', 'day', 'hour')
  const moment = fc.tuple(date, fc.integer({ min: -40, max: 40 }), units).map((plusTime) => ({ plusTime }))
  const operation = (operators: readonly string[], operands: fc.Arbitrary<unknown>) =>
    fc.tuple(fc.constantFrom(...operators), operands).map(([operator, values]) => ({ [operator]: values }))
  return {
    expression: fc.oneof(
      { maxDepth: 5, depthSize: 'small' },
      literals,
      fc.constantFrom(...names).map((path) => ({ var: path })),
      operation(['if'], fc.tuple(inner, inner, inner)),
      operation(['and'], fc.array(inner, { minLength: 2, maxLength: 3 })),
      operation(['===', 'in', '+'], pair),
      operation(['<', '>', '<=', '>='], fc.oneof(pair, fc.tuple(integers, inner, integers))),
      operation(['before', 'after', 'not-before', 'not-after'], fc.array(moment, { minLength: 2, maxLength: 3 })),
      operation(['!', 'dccDateOfBirth'], fc.tuple(inner)),
      operation(['extractFromUVCI'], fc.tuple(inner, integers)),
      operation(['reduce'], fc.tuple(inner, inner, inner)),
      fc.array(inner, { maxLength: 3 }),
      moment,
    ) as fc.Arbitrary<CertLogicExpression>,
  }
})

function oracleSays(expr: CertLogicExpression, on: Value): unknown {
  try {
    return oracle(expr, on)
  } catch {
    return UNREADABLE
  }
}

/** A constant that is a list or an object is not shown by us as JavaScript would, which asks the value itself. */
function withoutValues(issues: readonly Issue[]): readonly Issue[] {
  return issues.map(({ expr, message }) => ({ expr, message: message.replace(/but it is: .*$/s, '') }))
}

describe('against the reference implementation', () => {
  it('an expression comes to the same, or neither can evaluate it', () => {
    fc.assert(
      fc.property(expression, data, (expr, on) => {
        expect(evaluate(expr, on)).toStrictEqual(oracleSays(expr, on))
      }),
      { numRuns: 3000 },
    )
  })

  it('validation says the same', () => {
    const junk = fc.oneof(fc.constantFrom(null, 2.5, 'days', 'x.', {}), fc.integer())
    const operators = [
      'if',
      'and',
      'in',
      '<',
      'after',
      'plusTime',
      'reduce',
      'extractFromUVCI',
      'dccDateOfBirth',
      'var',
      'all',
    ]
    const broken = fc.tuple(
      fc.constantFrom(...operators),
      fc.oneof(junk, fc.array(fc.oneof(junk, expression), { maxLength: 4 })),
    )
    fc.assert(
      fc.property(broken, ([operator, operands]) => {
        const expr = { [operator]: operands }
        expect(withoutValues(validateCertLogic(expr))).toStrictEqual(withoutValues(oracleValidate(expr)))
      }),
      { numRuns: 1000 },
    )
  })

  it.each<[unknown, Value]>([
    [{ after: [{ plusTime: ['2021-02-30', 0, 'day'] }, { plusTime: ['2021-03-01', 0, 'day'] }] }, null],
    [{ after: [{ plusTime: ['2021-13-01', 0, 'day'] }, { plusTime: ['2021-03-01', 0, 'day'] }] }, null],
    [{ var: 'length' }, 'text'],
    [{ var: 'constructor.name' }, {}],
    [{ var: '1x' }, [1, 2]],
    [{ var: '0' }, { 0: 'a' }],
    [{ '!': [{ var: '' }] }, 2.5],
    [{ if: [true, 1, 2, 3] }, null],
  ])('differs as meant to: %j', (expr, on) => {
    expect(evaluate(expr, on)).not.toEqual(oracleSays(expr as CertLogicExpression, on))
    expect([null, UNREADABLE]).toContain(evaluate(expr, on))
  })
})
