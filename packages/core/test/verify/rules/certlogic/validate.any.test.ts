import { describe, expect, it } from 'vitest'
import { MAX_DEPTH, MAX_EXPRESSIONS } from '../../../../src/verify/rules/certlogic/bounds.ts'
import { dataAccesses, validateCertLogic } from '../../../../src/verify/rules/certlogic/index.ts'
import { evaluate, UNREADABLE } from './evaluate.ts'

function messages(expr: unknown): readonly string[] {
  return validateCertLogic(expr).map(({ message }) => message)
}

/** `depth` operations in one another. */
function nested(depth: number): unknown {
  let expr: unknown = true
  for (let level = 0; level < depth; level += 1) expr = { '!': [expr] }
  return expr
}

describe('validation', () => {
  it.each<[unknown, string]>([
    [{ if: [1, 2] }, 'an "if"-operation must have exactly 3 values/operands, but it has 2'],
    [{ and: [1] }, 'an "and" operation must have at least 2 operands, but it has 1'],
    [{ in: [1] }, 'an operation with operator "in" must have 2 operands, but it has 1'],
    [{ '<': [1] }, 'an operation with operator "<" must have 2 or 3 operands, but it has 1'],
    [{ '!': [] }, 'a !-operation (logical not/negation) must have exactly 1 operand, but it has 0'],
    [{ plusTime: ['x', 1.5, 'day'] }, '"amount" argument (#2) of "plusTime" must be an integer, but it is: 1.5'],
    [
      { plusTime: ['x', 1, 'days'] },
      '"unit" argument (#3) of "plusTime" must be a string equal to one of year, month, day, hour, but it is: days',
    ],
    [
      { extractFromUVCI: ['x', { toString: 1 }] },
      '"index" argument (#2) of "extractFromUVCI" must be an integer, but it is: [object Object]',
    ],
    [{ dccDateOfBirth: [] }, 'a "dccDateOfBirth"-operation must have exactly 1 value/operand, but it has 0'],
    [{ reduce: [[], 1] }, 'a "reduce"-operation must have exactly 3 values/operands, but it has 2'],
    [{ constructor: [] }, 'unrecognised operator: "constructor"'],
    [JSON.parse('{"__proto__": []}'), 'unrecognised operator: "__proto__"'],
    [{ var: '.' }, "data access path doesn't have a valid format: ."],
    [{ or: [true, false] }, 'unrecognised operator: "or"'],
  ])('says of %j what is wrong', (expr, message) => {
    expect(validateCertLogic(expr)).toEqual([{ expr, message }])
    expect(evaluate(expr)).toBe(UNREADABLE)
  })

  it('finds every issue, in the order of the expression', () => {
    expect(messages({ if: [null, { all: [] }, [2.5, { var: 1 }]] })).toEqual([
      'invalid CertLogic expression',
      'unrecognised operator: "all"',
      '2.5 is a non-integer number',
      'not of the form { "var": "<path>" }',
    ])
  })
})

describe('bounds', () => {
  it('end at what nests deeper than any rule', () => {
    expect(messages(nested(MAX_DEPTH))).toEqual([])
    expect(evaluate(nested(MAX_DEPTH))).toBe(true)
    expect(messages(nested(MAX_DEPTH + 1))).toHaveLength(1)
    expect(evaluate(nested(1_000_000))).toBe(UNREADABLE)
  })

  it('end at more expressions than any rule has, with one issue', () => {
    const codes = new Array<string>(MAX_EXPRESSIONS).fill('a')
    expect(messages(codes)).toEqual(['more expressions than any rule has'])
    expect(messages(codes.slice(1))).toEqual([])
    expect(evaluate(codes)).toBe(UNREADABLE)
  })

  it('end at texts and paths longer than any', () => {
    expect(messages('x'.repeat(2001))).toHaveLength(1)
    expect(messages({ var: 'x.'.repeat(2000).slice(0, -1) })).toHaveLength(1)
  })

  it('end what would take too long', () => {
    const list = new Array<number>(1000).fill(1)
    const inner = { reduce: [list, { '+': [{ var: 'accumulator' }, 1] }, 0] }
    const twice = { reduce: [list, inner, 0] }
    expect(evaluate(inner)).toBe(1000)
    expect(evaluate(twice)).toBe(UNREADABLE)
    const search = { reduce: [{ var: '' }, { in: [0, [{ var: 'current' }]] }, 0] }
    expect(evaluate(search, new Array<number>(300_000).fill(1))).toBe(UNREADABLE)
    expect(evaluate({ extractFromUVCI: [{ var: '' }, 0] }, 'x'.repeat(1_000_000))).toBe(UNREADABLE)
    const members = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`a${index}`, 1]))
    const asked = { if: [{ var: 'accumulator' }, { var: 'accumulator' }, 0] }
    expect(evaluate({ reduce: [list, asked, { var: '' }] }, members)).toBe(UNREADABLE)
    expect(evaluate({ '!': [{ var: '' }] }, members)).toBe(false)
  })
})

describe('the paths that an expression may ask for', () => {
  it('are named once, sorted, without those of a lambda', () => {
    const lambda = { '+': [{ var: 'accumulator' }, { var: 'current' }] }
    const sum = { reduce: [{ var: 'payload.v' }, lambda, { var: 'external.start' }] }
    expect(dataAccesses({ if: [{ var: 'payload.t.0' }, [{ var: 'payload.t.0' }], sum] })).toEqual([
      'external.start',
      'payload.t.0',
      'payload.v',
    ])
    expect(dataAccesses({ plusTime: [{ var: 'x' }, 1, 'day'] })).toEqual(['x'])
    expect(dataAccesses({ nonsense: [{ var: 'x' }] })).toEqual([])
  })
})
