import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparedName, isOneSlip, nameScore } from '../../src/names/score.ts'
import { dialectForm, otherForms, regionalForm } from '../../src/names/variants.ts'

const score = (a: string, b: string): number => nameScore(comparedName(a), comparedName(b))

describe('the score of two names', () => {
  it.each([
    ['Nguyễn Văn Đức', 'NGUYỄN VĂN ĐỨC'],
    ['Nguyễn Thị Hoà', 'Nguyễn Thị Hòa'],
    ['Ðặng Thúy', 'Đặng Thuý'],
    ['Siu', 'siu'],
  ])('is 1 for one way and another to write it: %s, %s', (a, b) => {
    expect(score(a, b)).toBe(1)
  })

  it.each([
    ['a slip', 'Nguyễn Văn Đứcc'],
    ['two letters swapped', 'Nguyễn Vnă Đức'],
    ['no marks', 'NGUYEN VAN DUC'],
    ['no middle name', 'Nguyễn Đức'],
    ['one more middle name', 'Nguyễn Văn Minh Đức'],
    ['the given name first', 'Đức Nguyễn Văn'],
    ['the family name last', 'Văn Đức Nguyễn'],
    ['hỏi for ngã', 'Nguyển Văn Đức'],
  ])('is at least 0.85 with %s', (_, other) => {
    expect(score('Nguyễn Văn Đức', other)).toBeGreaterThanOrEqual(0.85)
    expect(score('Nguyễn Văn Đức', other)).toBeLessThan(1)
  })

  it.each([
    ['Hoàng Văn Phúc', 'Huỳnh Văn Phước'],
    ['Vũ Thị Sương', 'Võ Thị Xương'],
    ['Trần Văn Trung', 'Trần Văn Chung'],
  ])('knows regions and dialects: %s, %s', (a, b) => {
    expect(score(a, b)).toBeGreaterThanOrEqual(0.85)
  })

  it.each([
    ['Nguyễn Văn Đức', 'Nguyễn Văn Hải'],
    ['Nguyễn Thị Lan', 'Trần Thị Mai'],
    ['Nguyễn Văn Đức', ''],
    ['', ''],
    ['Siu', 'Ksor'],
    ['Siu', 'Siu Black Niê'],
  ])('is below 0.7 for two people: %s, %s', (a, b) => {
    expect(score(a, b)).toBeLessThan(0.7)
  })

  it('follows the weights of vietnam.md §7.2', () => {
    expect(score('Nguyễn Văn Đức', 'Nguyễn Đức')).toBeCloseTo(0.25 + 0.3 * 0.5 + 0.45)
    expect(score('Nguyễn Văn Đức', 'Phạm Văn Đức')).toBeCloseTo(0.3 + 0.45)
    expect(score('Nguyễn Văn Đức', 'Nguyễn Hữu Đức')).toBeCloseTo(0.25 + 0.45)
    expect(score('Nguyễn Văn Thắng', 'Nguyễn Văn Thắn')).toBeCloseTo(0.25 + 0.3 + 0.45 * 0.85)
  })

  it('is a share, and the same from both sides but for turned names', () => {
    const word = fc.constantFrom('Nguyễn', 'Nguyen', 'Văn', 'Thị', 'Hoà', 'Hòa', 'Đức', "H'Hen", 'Xx')
    const name = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(score(a, b)).toBeGreaterThanOrEqual(0)
        expect(score(a, b)).toBeLessThanOrEqual(1)
        if (a !== '') expect(score(a, a)).toBe(1)
      }),
    )
  })
})

describe('one slip', () => {
  it.each([
    ['đức', 'đứcc', true],
    ['đức', 'đứ', true],
    ['đức', 'dức', true],
    ['văn', 'vnă', true],
    ['đức', 'đức', true],
    ['văn', 'năv', false],
    ['đức', 'duc', false],
    ['', 'a', true],
    ['', 'ab', false],
  ])('between %j and %j: %s', (a, b, expected) => {
    expect(isOneSlip(a, b)).toBe(expected)
    expect(isOneSlip(b, a)).toBe(expected)
  })
})

describe('other forms of a name', () => {
  it('are those of the other region', () => {
    expect(regionalForm('hoàng')).toBe('huỳnh')
    expect(regionalForm('võ')).toBe('vũ')
    expect(regionalForm('nguyễn')).toBeUndefined()
  })

  it('are those of a dialect', () => {
    expect(otherForms('sương')).toEqual(expect.arrayContaining(['xương', 'sươn']))
    expect(otherForms('nguyễn')).toContain('nguyển')
    expect(otherForms('trung')).toContain('chung')
    expect(otherForms('vy')).toContain('vi')
    expect(otherForms('cát')).not.toContain('cát')
    expect(otherForms('ksor')).toEqual([])
  })

  it('fold to one', () => {
    for (const [a, b] of ['sương xương', 'trung chung', 'giang dang', 'lan nan', 'vỹ vĩ', 'tân tâng', 'các cát'].map(
      (pair) => pair.split(' '),
    )) {
      expect(dialectForm(a ?? '')).toBe(dialectForm(b ?? ''))
    }
    expect(dialectForm('đức')).not.toBe(dialectForm('dức'))
  })
})
