import { describe, expect, it } from 'vitest'
import { evaluate, UNREADABLE } from './evaluate.ts'

const day = (text: unknown): object => ({ plusTime: [text, 0, 'day'] })

describe('a literal', () => {
  it.each(['', 'text', 0, -1, true, false])('is itself: %j', (literal) => {
    expect(evaluate(literal)).toBe(literal)
  })

  it.each([null, undefined, 3.14, 2 ** 53, Number.NaN, Symbol.iterator, () => true])('may not be %s', (literal) => {
    expect(evaluate(literal)).toBe(UNREADABLE)
  })

  it('may be a list, item by item', () => {
    expect(evaluate(['a', { var: 'x' }, [1]], { x: 2 })).toEqual(['a', 2, [1]])
  })
})

describe('var', () => {
  const data = { payload: { v: [{ dn: 2, mp: 'EU/1/20/1528' }] }, text: 'abc', none: null, three: [1, 2, 3] }

  it.each([
    ['', data],
    ['payload.v.0.dn', 2],
    ['payload.v.00.dn', 2],
    ['three.2', 3],
    ['none', null],
    ['none.more', null],
    ['payload.v.1', null],
    ['payload.v.1.dn', null],
    ['payload.v.dn', null],
    ['payload.0', null],
    ['three.-1', null],
    ['three.1e0', null],
    ['three.length', null],
    ['text.length', null],
    ['text.0', null],
    ['payload.v.0.dn.0', null],
    ['__proto__', null],
    ['constructor.name', null],
    ['payload.toString', null],
    ['three.map', null],
  ])('finds at "%s" what is there of its own', (path, expected) => {
    expect(evaluate({ var: path }, data)).toEqual(expected)
  })

  it('sees members whatever they are called, and whatever their object inherits', () => {
    const hostile = JSON.parse('{"__proto__": {"x": 1}, "constructor": 2}')
    expect(evaluate({ var: '__proto__.x' }, hostile)).toBe(1)
    expect(evaluate({ var: 'constructor' }, hostile)).toBe(2)
    expect(evaluate({ var: 'x' }, Object.assign(Object.create(null), { x: 3 }))).toBe(3)
    expect(evaluate({ var: 'x' }, Object.create({ x: 4 }))).toBeNull()
    expect(evaluate({ var: 'x' }, { x: undefined })).toBeNull()
  })
})

describe('if, and, !', () => {
  it.each([
    [null, false],
    [false, false],
    ['', false],
    [0, false],
    [-0, false],
    [[], false],
    [{}, false],
    [true, true],
    ['0', true],
    [-1, true],
    [[null], true],
    [{ x: null }, true],
  ])('%j is truthy or falsy', (value, truthy) => {
    expect(evaluate({ if: [{ var: '' }, 'yes', 'no'] }, value)).toBe(truthy ? 'yes' : 'no')
    expect(evaluate({ '!': [{ var: '' }] }, value)).toBe(!truthy)
  })

  it('take nothing that is neither', () => {
    for (const neither of [3.14, Number.NaN, new Date(0), new Uint8Array(1) as never]) {
      expect(evaluate({ if: [{ var: '' }, 1, 2] }, neither)).toBe(UNREADABLE)
      expect(evaluate({ '!': [{ var: '' }] }, neither)).toBe(UNREADABLE)
      expect(evaluate({ and: [true, { var: '' }] }, neither)).toBe(UNREADABLE)
    }
    expect(evaluate({ '!': [day('2021-06-01')] })).toBe(UNREADABLE)
  })

  it('evaluate only what they need', () => {
    const bad = { '+': ['a', 1] }
    expect(evaluate({ if: [true, 1, bad] })).toBe(1)
    expect(evaluate({ if: [false, bad, 2] })).toBe(2)
    expect(evaluate({ and: [1, 0, bad] })).toBe(0)
    expect(evaluate({ and: [1, bad, 0] })).toBe(UNREADABLE)
  })
})

describe('===, in, + and comparisons of integers', () => {
  it('tell kinds apart', () => {
    expect(evaluate({ '===': ['1', 1] })).toBe(false)
    expect(evaluate({ '===': [{ var: 'x' }, { var: 'y' }] }, { x: null })).toBe(true)
    expect(evaluate({ in: ['1', [1]] })).toBe(false)
    expect(evaluate({ in: [{ var: 'x' }, [{ var: 'x' }]] })).toBe(true)
  })

  it('take no other operands', () => {
    expect(evaluate({ in: ['a', 'abc'] })).toBe(UNREADABLE)
    expect(evaluate({ in: ['a', { var: 'x' }] })).toBe(UNREADABLE)
    expect(evaluate({ '+': [1, '1'] })).toBe(UNREADABLE)
    expect(evaluate({ '<': ['a', 'b'] })).toBe(UNREADABLE)
    expect(evaluate({ '<': [2, 1, 'b'] })).toBe(UNREADABLE)
    expect(evaluate({ '>': [{ var: 'x' }, 1] }, { x: 1.5 })).toBe(UNREADABLE)
    expect(evaluate({ '>=': [day('2021-06-01'), 1] })).toBe(UNREADABLE)
  })

  it('never leave the integers', () => {
    expect(evaluate({ '+': [{ var: '' }, 1] }, Number.MAX_SAFE_INTEGER)).toBe(UNREADABLE)
    expect(evaluate({ '+': [{ var: '' }, -1] }, Number.MAX_SAFE_INTEGER)).toBe(Number.MAX_SAFE_INTEGER - 1)
  })

  it.each([
    ['<', [1, 2], true],
    ['<', [1, 2, 2], false],
    ['<=', [1, 2, 2], true],
    ['<=', [3, 2, 2], false],
    ['>', [3, 2, 1], true],
    ['>=', [2, 2, 3], false],
  ])('%s holds between all neighbours of %j: %s', (operator, operands, expected) => {
    expect(evaluate({ [operator]: operands })).toBe(expected)
  })
})

describe('comparisons of date-times', () => {
  it.each([
    ['after', ['2021-06-02', '2021-06-01'], true],
    ['after', ['2021-06-01', '2021-06-01'], false],
    ['before', ['2021-06-01', '2021-06-02', '2021-06-02'], false],
    ['not-after', ['2021-06-01', '2021-06-02', '2021-06-02'], true],
    ['not-before', ['2021-06-01', '2021-06-01'], true],
  ])('%s %j: %s', (operator, days, expected) => {
    expect(evaluate({ [operator]: days.map(day) })).toBe(expected)
  })

  it('take neither texts nor numbers', () => {
    expect(evaluate({ after: [day('2021-06-02'), '2021-06-01'] })).toBe(UNREADABLE)
    expect(evaluate({ before: [1, 2] })).toBe(UNREADABLE)
  })
})

describe('reduce', () => {
  const count = { reduce: [{ var: 'list' }, { '+': [{ var: 'accumulator' }, 1] }, 0] }

  it('folds from the left', () => {
    expect(evaluate(count, { list: ['a', 'b', 'c'] })).toBe(3)
    const last = { reduce: [{ var: '' }, { var: 'current' }, 'none'] }
    expect(evaluate(last, ['a', 'b'])).toBe('b')
    expect(evaluate(last, [])).toBe('none')
    expect(evaluate(last, null)).toBe('none')
  })

  it('shows its lambda nothing of the data around it', () => {
    expect(evaluate({ reduce: [[1], { var: 'x' }, 0] }, { x: 5 })).toBeNull()
    expect(evaluate({ reduce: [[1], { var: 'data.x' }, 0] }, { x: 5 })).toBeNull()
  })

  it('takes lists only', () => {
    expect(evaluate(count, { list: 'abc' })).toBe(UNREADABLE)
    expect(evaluate(count, { list: {} })).toBe(UNREADABLE)
  })
})

describe('extractFromUVCI', () => {
  const uvci = 'URN:UVCI:01:VN:079/ABC#7'

  it.each([
    [0, '01'],
    [1, 'VN'],
    [3, 'ABC'],
    [4, '7'],
    [5, null],
    [-1, null],
  ])('gives part %i', (index, part) => {
    expect(evaluate({ extractFromUVCI: [{ var: '' }, index] }, uvci)).toBe(part)
  })

  it('takes a text or null', () => {
    expect(evaluate({ extractFromUVCI: [{ var: '' }, 0] })).toBeNull()
    expect(evaluate({ extractFromUVCI: [5, 0] })).toBe(UNREADABLE)
    expect(evaluate({ extractFromUVCI: [{ var: '' }, 0] }, 'urn:uvci:01')).toBe('urn')
  })
})

describe('evaluation', () => {
  it('changes no data, and gives the same for the same', () => {
    const data = Object.freeze({ list: Object.freeze([3, 1, 2]) })
    const sum = { reduce: [{ var: 'list' }, { '+': [{ var: 'accumulator' }, { var: 'current' }] }, 0] }
    expect(evaluate(sum, data)).toBe(6)
    expect(evaluate(sum, data)).toBe(6)
  })
})
