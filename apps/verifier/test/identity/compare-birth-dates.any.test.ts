import { describe, expect, it } from 'vitest'
import { compareBirthDates } from '../../src/identity/compare-birth-dates.ts'
import type { IdentityPaper } from '../../src/identity/identity-card.ts'
import { readCardDate, readIsoDate } from '../../src/identity/partial-date.ts'

function outcomeOf(dob: string, paper: Pick<IdentityPaper, 'kind' | 'birthDate'>): string {
  const { outcome, why } = compareBirthDates(dob, { ...paper, name: '' })
  return why === undefined ? outcome : `${outcome} ${why}`
}

describe('The birth date of a certificate beside that of a card', () => {
  it.each([
    ['1985-05-13', '13051985', 'same'],
    ['1985-01-01', '01011985', 'same'],
    ['1985', '1985', 'same'],
    ['1985', '00001985', 'same'],
    ['1985-00-00', '00001985', 'same'],
    ['1985-05', '00051985', 'same'],
    ['1985-05', '13001985', 'similar partial'],
    ['1985', '13051985', 'similar partial'],
    ['1985', '01011985', 'similar partial'],
    ['1985-05', '13051985', 'similar partial'],
    ['1985-05-13', '1985', 'similar partial'],
    ['1985-01-01', '1985', 'similar partial'],
    ['1985-05-13', '01011985', 'similar first-of-january'],
    ['1985-01-01', '13051985', 'similar first-of-january'],
    ['1985-05-12', '05121985', 'similar day-and-month'],
    ['1985-05-13', '14051985', 'different other-date'],
    ['1985-05-13', '13051986', 'different other-date'],
    ['1985-01-01', '01011986', 'different other-date'],
    ['1985', '1986', 'different other-date'],
    ['1985-05', '13061985', 'different other-date'],
    ['1920-05-13', '13052020', 'different other-date'],
    ['1985-05-12', '05121986', 'different other-date'],
    ['', '13051985', 'unknown no-date'],
    ['1985-05-13', '', 'unknown no-date'],
    ['1985-02-31', '13051985', 'unknown no-date'],
    ['1985-13', '13051985', 'unknown no-date'],
  ])('%s and %s are %s', (dob, card, outcome) => {
    expect(outcomeOf(dob, { kind: 'cccd', birthDate: readCardDate(card) })).toBe(outcome)
  })
})

describe('The birth date of a certificate beside a personal code', () => {
  it.each([
    ['1985-05-13', '1985-05-13', 'same'],
    ['1985-05-13', '1985-**-**', 'similar masked'],
    ['1985', '1985-**-**', 'similar masked'],
    ['1985-05-13', '****-**-13', 'unknown masked'],
    ['1985-05-13', '****-**-**', 'unknown no-date'],
    ['1985-05-13', '1986-**-**', 'different other-date'],
    ['1985-05-13', '****-**-14', 'different other-date'],
  ])('%s and %s are %s', (dob, shown, outcome) => {
    expect(outcomeOf(dob, { kind: 'mic-personal', birthDate: readIsoDate(shown) })).toBe(outcome)
  })
})

describe('The birth date of a certificate beside a passport', () => {
  it.each([
    ['1985-05-13', '1985-05-13', 'same'],
    ['1930-05-13', '2030-05-13', 'similar century'],
    ['1930-05-13', '2030-05-14', 'different other-date'],
    ['1979', '1979', 'same'],
    ['1979-05-13', '1979', 'similar partial'],
  ])('%s and %s are %s', (dob, printed, outcome) => {
    expect(outcomeOf(dob, { kind: 'passport', birthDate: readIsoDate(printed) })).toBe(outcome)
  })
})
