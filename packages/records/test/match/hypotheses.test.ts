import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Declared, declaredOf, identityOf } from '../../src/match/declared.ts'
import { type Hints, hypothesesOf, MOST_HYPOTHESES, noHints } from '../../src/match/hypotheses.ts'
import { valuesOf } from './values.ts'

function supposed(said: Parameters<typeof valuesOf>[0], hints: Partial<Hints> = {}): readonly string[] {
  const hypotheses = hypothesesOf(declaredOf(valuesOf(said)), { ...noHints, ...hints })
  return hypotheses.map(({ kind, field, identity }) => `${kind} ${identity[field]}`)
}

describe('hypotheses about a person whom the register called wrong', () => {
  it('are none where nothing speaks for one', () => {
    expect(supposed({})).toEqual([])
    expect(supposed({ id_number: '' }, { currentNumbers: [] })).toEqual([])
  })

  it('gives marks back to a name without any, of names with the same letters only', () => {
    const names = ['nguyễn văn đức', 'trần văn đức', 'nguyen van duc']
    expect(supposed({ full_name: 'Nguyen Van Duc' }, { names })).toEqual(['marks nguyễn văn đức'])
  })

  it('never puts other marks on a name that has marks: twins are called Thúy and Thủy', () => {
    expect(
      supposed({ full_name: 'Trần Thị Thúy', id_number: '001185012345', sex: 'female' }, { names: ['trần thị thủy'] }),
    ).toEqual([])
  })

  it('turns day and month round, also of a day that is none as it stands', () => {
    expect(supposed({ birth_date: '1985-06-05' })).toEqual(['day-month 1985-05-06'])
    expect(supposed({ birth_date: '05/13/1985' })).toEqual(['day-month 1985-05-13'])
  })

  it('takes 1 January for a year, and a year for the date under the same number', () => {
    expect(supposed({ birth_date: '1985-01-01' })).toEqual(['year-only 1985'])
    expect(supposed({ birth_date: '1985' }, { birthDates: ['1985-05-13', '1986-05-13'] })).toEqual([
      'year-only 1985-05-13',
    ])
    expect(supposed({ birth_date: '1985' })).toEqual([])
  })

  it('takes the sex from the number, also where none is said', () => {
    expect(supposed({ sex: 'female' })).toEqual(['sex-digit male'])
    expect(supposed({ sex: '' })).toEqual(['sex-digit male'])
    expect(supposed({ sex: 'female', id_number: '012345678' })).toEqual([])
  })

  it('gives a number its zero back, and digits for letters', () => {
    expect(supposed({ id_number: '79190001234' })).toEqual(['leading-zero 079190001234'])
    expect(supposed({ id_number: 'O01085012345' })).toEqual(['look-alikes 001085012345'])
  })

  it('takes the numbers that replaced the declared one', () => {
    const currentNumbers = ['001085012345', '001085099999']
    expect(supposed({ id_number: '012345678' }, { currentNumbers })).toEqual([
      ...['old-number 001085012345', 'old-number 001085099999'],
    ])
  })

  it.each([
    ['001085012346', ['last-six 001085012346'], 'the last digit'],
    ['001085102345', ['last-six 001085102345'], 'two neighbours'],
    ['001085112346', [], 'two digits'],
    ['001084012345', [], 'a digit before the last six'],
    ['001080512345', [], 'neighbours of which one stands before them'],
  ])('takes the namesake with %s: %j, %s', (namesakeNumber, hypotheses) => {
    expect(supposed({}, { namesakeNumber })).toEqual(hypotheses)
  })

  it('come cheap and frequent ones first, and never more than six', () => {
    const said = { full_name: 'Nguyen Van Duc', birth_date: '1985-06-05', sex: 'female' }
    const currentNumbers = ['1', '2', '3', '4', '5', '6'].map((digit) => `00108509999${digit}`)
    expect(supposed(said, { names: ['nguyễn văn đức'], currentNumbers }).map((told) => told.split(' ')[0])).toEqual([
      ...['marks', 'day-month', 'sex-digit', 'old-number', 'old-number', 'old-number'],
    ])
  })
})

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
const number = fc.oneof(digits(12), digits(9), fc.constant(''))
const birthDate = fc.constantFrom('1985-05-06', '1985-01-01', '1985-06-05', '1985', '')
const name = fc.constantFrom('nguyen van duc', 'nguyễn văn đức', 'tran thi thuy', 'trần thị thúy', '')
const declared: fc.Arbitrary<Declared> = fc.record({
  ...{ number, padded: number, repaired: number, name, birthDate, turned: birthDate },
  sex: fc.constantFrom('male', 'female', ''),
})
const hints: fc.Arbitrary<Hints> = fc.record({
  ...{ names: fc.array(name), birthDates: fc.array(birthDate) },
  ...{ currentNumbers: fc.array(number), namesakeNumber: number },
})

describe('whatever is declared and known', () => {
  it('no hypothesis changes two fields, none is asked twice, and there are never more than six', () => {
    fc.assert(
      fc.property(declared, hints, (person, known) => {
        const hypotheses = hypothesesOf(person, known)
        expect(hypotheses.length).toBeLessThanOrEqual(MOST_HYPOTHESES)
        const asked = hypotheses.map(({ identity }) => JSON.stringify(identity))
        expect(new Set(asked).size).toBe(asked.length)
        for (const { identity, field } of hypotheses) {
          expect(identity[field]).not.toBe(person[field])
          for (const other of ['number', 'name', 'birthDate', 'sex'] as const)
            if (other !== field) expect(identity[other]).toBe(person[other])
        }
        expect(asked).not.toContain(JSON.stringify(identityOf(person)))
      }),
    )
  })
})
