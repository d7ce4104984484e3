import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDigit } from '../../src/identity/check-digit.ts'
import { readPaper, wrongCheckDigits } from '../../src/identity/identity-card.ts'
import { cardBack, passport } from './paper-texts.ts'

describe('The lines of a passport', () => {
  const whole = { kind: 'passport', name: 'NGUYEN<<VAN<AN<', birthDate: { year: 1985, month: 1, day: 1 } }

  it.each([
    ['as printed', passport.join('\n')],
    ['with line ends', `${passport.join('\r\n')}\r\n`],
    ['as one line', passport.join('')],
    ['in lower case', passport.join('\n').toLowerCase()],
    ['with spaces for fillers', passport.join('\n').replaceAll('<', ' ')],
    ['with other brackets', passport.join('\n').replaceAll('<<', '«')],
    ['O for 0 and 1 for I', `${passport[0]}\n${passport[1].slice(0, 28).replaceAll('0', 'O').replaceAll('1', 'I')}`],
    ['O for 0', `${passport[0]}\n${passport[1].slice(0, 28).replaceAll('0', 'O')}`],
    ['without the end of the lower line', `${passport[0]}\n${passport[1].slice(0, 28)}`],
    ['with too few fillers', `P<VNMNGUYEN<<VAN<AN<<<<<\n${passport[1].slice(0, 40)}`],
  ])('%s', (_, text) => {
    const { name, ...rest } = whole
    expect(readPaper(text)).toEqual({ name, ...rest })
  })

  it('one of them says half', () => {
    expect(readPaper(passport[0])).toEqual({ ...whole, birthDate: undefined })
    expect(readPaper(passport[1])).toEqual({ ...whole, name: '' })
    expect(readPaper('B1234567<3 VNM 850101 9 M 300101 9')).toEqual({ ...whole, name: '' })
  })

  it('cut off or not typed to the end', () => {
    expect(readPaper('P<VNMNGUYEN<<VAN')?.name).toBe('NGUYEN<<VAN')
    expect(readPaper('P<VNMNGUYEN<<VAN<AN<<')?.name).toBe('NGUYEN<<VAN<AN')
    const full = 'P<UTOPAPANDROPOULOUS<<JONATHON<ALEC<CHRISTOP'
    expect(full.length).toBe(44)
    expect(readPaper(full)?.name).toBe('PAPANDROPOULOUS<<JONATHON<ALEC<CHRISTOP')
  })

  it('of the specimen of Doc 9303-4 are right', () => {
    const specimen = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10'
    const birthDate = { year: 1974, month: 8, day: 12 }
    expect(readPaper(specimen)).toEqual({ kind: 'passport', name: 'ERIKSSON<<ANNA<MARIA<', birthDate })
    expect(wrongCheckDigits(specimen)).toEqual([])
  })

  it.each([
    ['number', 0, ['number', 'whole']],
    ['birth-date', 18, ['birth-date', 'whole']],
    ['expiry', 26, ['expiry', 'whole']],
    ['optional', 33, ['optional', 'whole']],
    ['whole', 43, ['whole']],
  ])('with a wrong %s are not read, and say so', (_, at, wrong) => {
    const [upper, lower] = passport
    const other = /\d/.test(lower.charAt(at)) ? String((Number(lower.charAt(at)) + 5) % 10) : 'C'
    const text = `${upper}\n${lower.slice(0, at)}${other}${lower.slice(at + 1)}`
    expect(readPaper(text)).toBeUndefined()
    expect(wrongCheckDigits(text)).toEqual(wrong)
  })

  it('never take a birth date with a wrong digit for right', () => {
    const digit = fc.constantFrom(...'0123456789')
    fc.assert(
      fc.property(fc.integer({ min: 13, max: 26 }), digit, (at, other) => {
        const [upper, lower] = passport
        fc.pre(/\d/.test(lower.charAt(at)) && lower.charAt(at) !== other && !isBlind(lower.charAt(at), other))
        expect(readPaper(`${upper}\n${lower.slice(0, at)}${other}${lower.slice(at + 1)}`)).toBeUndefined()
      }),
    )
  })

  it('without a day or a month of birth say the year', () => {
    expect(readPaper(`${passport[0]}\nB1234567<3VNM79<<<<8M3001019`)).toBeUndefined()
    expect(readPaper(`${passport[0]}\nB1234567<3VNM79<<<<6M3001019`)?.birthDate).toEqual({ year: 1979 })
  })
})

/** No weight of a check digit tells these apart. */
function isBlind(a: string, b: string): boolean {
  return (Number(a) - Number(b)) % 10 === 0
}

describe('The lines on the back of a card', () => {
  it('give the name without marks', () => {
    const birthDate = { year: 1985, month: 1, day: 1 }
    expect(readPaper(cardBack.join('\n'))).toEqual({ kind: 'cccd', name: 'NGUYEN<<VAN<AN<', birthDate })
  })

  it('of a card without end belong to somebody of the last century', () => {
    const [upper, , lower] = cardBack
    const [birth, expiry, rest] = ['550101', '991231', '<<<<<<<<<<<'].map((field) => field + checkDigit(field))
    const digit = checkDigit(`${upper.slice(5)}${birth}${expiry}${rest?.slice(0, -1)}`)
    const middle = `${birth}M${expiry}VNM${rest?.slice(0, -1)}${digit}`
    expect(readPaper([upper, middle, lower].join('\n'))?.birthDate).toEqual({ year: 1955, month: 1, day: 1 })
  })

  it('say which digit is wrong', () => {
    const [upper, middle, lower] = cardBack
    expect(wrongCheckDigits([upper, middle.replace('8501019', '8601019'), lower].join('\n'))).toEqual([
      'birth-date',
      'whole',
    ])
  })
})
