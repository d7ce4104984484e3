import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanseRow } from '../../../src/cleanse/cleanse-row.ts'
import { provinces2004 } from '../../../src/codes/provinces-2004.ts'
import { context, record } from '../rows.ts'

/** People with the number that their sex, year and province give. */
const people = fc
  .record({
    province: fc.constantFrom(...provinces2004.map(({ code }) => code)),
    isMale: fc.boolean(),
    year: fc.integer({ min: 1930, max: 2016 }),
    last: fc.integer({ min: 1, max: 999_998 }),
  })
  .map(({ province, isMale, year, last }) => {
    const century = (year < 2000 ? 0 : 2) + (isMale ? 0 : 1)
    const digits = `0${province}${century}${`${year}`.slice(2)}${`${last}`.padStart(6, '0')}`
    return { digits, sex: isMale ? 'Nam' : 'Nữ', birth_date: `13/05/${year}` }
  })

/** What cleansing makes of a number. */
function cleansed(id_number: string, person: { readonly sex: string; readonly birth_date: string }) {
  const { sex, birth_date } = person
  return cleanseRow(record({ id_number, sex, birth_date, dose_date: '15/04/2022' }), context())
}

describe('a number that is right', () => {
  it('is never found fault with', () => {
    fc.assert(
      fc.property(people, (person) => {
        const { findings } = cleansed(person.digits, person)
        expect(findings.filter(({ rule }) => rule.startsWith('ID-'))).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('comes back when a sheet dropped its zero, where that was the only one', () => {
    fc.assert(
      fc.property(people, (person) => {
        const row = cleansed(person.digits.replace(/^0+/, ''), person)
        const hadOneZero = !person.digits.startsWith('00')
        expect(row.values.id_number === person.digits).toBe(hadOneZero)
        if (!hadOneZero) expect(row.disposition).toBe('listed')
      }),
    )
  })
})

describe('a number with one mistake', () => {
  const mistakes = fc.oneof(
    fc.nat({ max: 11 }).map((at) => (digits: string) => digits.slice(0, at) + digits.slice(at + 1)),
    fc.nat({ max: 11 }).map((at) => (digits: string) => digits.slice(0, at) + digits.charAt(at) + digits.slice(at)),
    fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: 9 })).map(
      ([at, digit]) =>
        (digits: string) =>
          `${digits.slice(0, at)}${digit}${digits.slice(at + 1)}`,
    ),
    fc.nat({ max: 10 }).map((at) => (digits: string) => {
      return digits.slice(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.slice(at + 2)
    }),
    fc.constant((digits: string) => `${Number(digits).toExponential(2).toUpperCase()}`),
    fc.constant((digits: string) => `${Number(digits)}.0`),
  )

  it('is left as it stands, or becomes the right one: a fix is never wrong', () => {
    fc.assert(
      fc.property(people, mistakes, (person, mistake) => {
        const typed = mistake(person.digits)
        const { values } = cleansed(typed, person)
        expect([typed, person.digits]).toContain(values.id_number)
      }),
      { numRuns: 5000 },
    )
  })
})

describe('ID-02 of a foreigner', () => {
  const numberOf = (id_number: string, nationality: string): string =>
    cleanseRow(record({ id_number, nationality }), context()).values.id_number

  it('puts a passport in capitals, also where its letter looks like a digit', () => {
    expect(numberOf('m12345678', 'KR')).toBe('M12345678')
    expect(numberOf('l16594978', 'KR')).toBe('L16594978')
  })

  it('leaves it to a person whether a citizen has a letter in a number', () => {
    expect(numberOf('l16594978', 'VN')).toBe('l16594978')
  })
})
