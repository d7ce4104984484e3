import { describe, expect, it } from 'vitest'
import { classify, type Scored } from '../../src/match/classify.ts'
import type { Levels } from '../../src/match/compare.ts'
import type { RegisteredPerson } from '../../src/match/register.ts'
import { posteriorBits } from '../../src/match/score.ts'
import { matchWeights2022 } from '../../src/match/weights.ts'

const person: RegisteredPerson = {
  ...{ number: '001085012345', name: 'Nguyễn Văn Đức', birthDate: '1985-05-13', sex: 'male' },
  ...{ commune: '90003', phone: '', household: '' },
}
const all: Levels = {
  ...{ number: 'equal', name: 'equal', birthDate: 'equal', sex: 'equal' },
  ...{ commune: 'equal', phone: 'silent', household: 'silent' },
}
const country = { people: 100_000_000, namesakes: 6_000 }

function scored(levels: Partial<Levels>, bits?: number, nameScore = 1, number = person.number): Scored {
  const whole = { ...all, ...levels }
  return {
    levels: whole,
    nameScore,
    person: { ...person, number },
    bits: bits ?? posteriorBits(whole, country, matchWeights2022),
  }
}

function classOf(...candidates: readonly Scored[]): string {
  return classify(candidates, matchWeights2022.decide).class
}

describe('posterior bits, start values, of a country', () => {
  it('add up as the table has it', () => {
    expect(posteriorBits(all, country, matchWeights2022)).toBeCloseTo(-26.6 + 26 + 14 + 14.8 + 1 + 10, 1)
    const poor: Levels = { ...all, number: 'other', name: 'other', birthDate: 'other', sex: 'other', commune: 'other' }
    expect(posteriorBits(poor, country, matchWeights2022)).toBeCloseTo(-26.6 - 6 - 8 - 7 - 5 - 2, 1)
  })

  it('rise with the rarity of a name that both have, within bounds, and with no other', () => {
    const bits = (namesakes: number, name: Levels['name'] = 'equal') =>
      posteriorBits({ ...all, name }, { ...country, namesakes }, matchWeights2022)
    expect(bits(6) - bits(6_000)).toBeCloseTo(6, 0)
    expect(bits(0)).toBe(bits(1))
    expect(bits(50_000_000) - bits(6_000)).toBeCloseTo(8 - 14, 0)
    expect(bits(6, 'near')).toBe(bits(6_000, 'near'))
    expect(bits(6_000) - bits(6_000, 'letters')).toBeCloseTo(2)
  })
})

describe('classes of people whom the register did not call right', () => {
  it('B: strong, with the number or a slip of it, and nobody near', () => {
    expect(classOf(scored({ name: 'near' }))).toBe('B')
    expect(classOf(scored({ number: 'slip' }))).toBe('B')
    expect(classOf(scored({ name: 'near' }, 30), scored({ number: 'other' }, 20))).toBe('B')
  })

  it('C: two within the margin, or possible only', () => {
    expect(classOf(scored({ name: 'near' }, 30), scored({ number: 'slip' }, 20.1))).toBe('C')
    expect(classOf(scored({}, 9.9))).toBe('C')
    expect(classOf(scored({}, 2))).toBe('C')
  })

  it('C at most: name, birth date, sex and commune without the number, whatever their bits', () => {
    for (const number of ['other', 'last-six', 'silent', 'old'] as const)
      expect(classOf(scored({ number }, 60))).toBe('C')
  })

  it('D: the number is that of somebody with another name and birth date', () => {
    const other = scored({ name: 'other', birthDate: 'other' }, undefined, 0.3)
    expect(classOf(other)).toBe('D')
    expect(classOf(scored({ name: 'other', birthDate: 'other' }, 15, 0.59))).toBe('D')
    expect(classOf(scored({ name: 'other', birthDate: 'other' }, 15, 0.6))).toBe('B')
    expect(classOf(scored({ name: 'other' }, 15, 0.3))).toBe('B')
  })

  it('C: the number is of another, and somebody else is strong', () => {
    const own = scored({ number: 'other' }, 12, 1, '001085099999')
    const found = classify([scored({ name: 'other', birthDate: 'other' }, 3, 0.3), own], matchWeights2022.decide)
    expect(found).toMatchObject({ class: 'C', isNumberOfOther: true, best: own })
  })

  it('E: nobody, or nobody like it', () => {
    expect(classOf()).toBe('E')
    expect(classOf(scored({ number: 'other', name: 'alike' }, 1.99))).toBe('E')
  })
})
