import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDigit } from '../../src/identity/check-digit.ts'
import { readPaper, wrongCheckDigits } from '../../src/identity/identity-card.ts'
import { canCuoc, cardBack, cccd, cccdWithoutOld, passport, personal } from './paper-texts.ts'

const an = { name: 'Nguyễn Văn Án', birthDate: { year: 1985, month: 1, day: 1 } }
const be = { name: 'Trần Thị Bé', birthDate: { year: 1990, month: 3, day: 15 } }

/** The UTF-8 of a text, as a reader shows it that takes it for another encoding. */
function misread(text: string, encoding: string): string {
  return new TextDecoder(encoding).decode(new TextEncoder().encode(text))
}

describe('The code of a chip card', () => {
  it('gives name and birth date, with an old number and without', () => {
    expect(readPaper(cccd)).toEqual({ kind: 'cccd', ...an })
    expect(readPaper(cccdWithoutOld)).toEqual({ kind: 'cccd', ...be })
  })

  it('comes with line ends of a hand scanner, and Caps Lock on', () => {
    expect(readPaper(`${cccd}\r\n`)).toEqual({ kind: 'cccd', ...an })
    const swapped = '001085012345||nGUYỄN vĂN áN|01011985|nAM|sỐ 1|25042021'
    expect(readPaper(swapped)).toMatchObject({ kind: 'cccd', name: 'nGUYỄN vĂN áN' })
  })

  it.each(['Nữ', 'NỮ', 'nu', 'Nuwx', 'Nu74', 'Nu\u031b\u0303'])('is known by its sex "%s"', (sex) => {
    expect(readPaper(cccdWithoutOld.replace('Nữ', sex))?.kind).toBe('cccd')
  })

  it('is put right when its UTF-8 was read in another encoding', () => {
    expect(readPaper(misread(cccd, 'windows-1252'))).toEqual({ kind: 'cccd', ...an })
    expect(readPaper(misread(cccdWithoutOld, 'windows-1252'))).toEqual({ kind: 'cccd', ...be })
  })

  it('stays as it is where letters were lost on the way', () => {
    expect(misread(cccd, 'shift_jis')).toContain('\ufffd')
    expect(readPaper(misread(cccd, 'shift_jis'))?.name).not.toBe(an.name)
    expect(readPaper(cccd.replace('ễ', 'á»?'))?.name).toBe('Nguyá»?n Văn Án')
  })

  it('is put right when its UTF-8 was read as ISO 8859-1', () => {
    const bytes = new TextEncoder().encode(cccdWithoutOld)
    expect(readPaper(String.fromCharCode(...bytes))).toEqual({ kind: 'cccd', ...be })
  })

  it.each([
    ['1985', { year: 1985 }],
    ['00001985', { year: 1985 }],
    ['00051985', { year: 1985, month: 5 }],
    ['01011985', { year: 1985, month: 1, day: 1 }],
    ['29022000', { year: 2000, month: 2, day: 29 }],
    ['29021900', undefined],
    ['31021985', undefined],
    ['01131985', undefined],
    ['01010000', undefined],
    ['01013000', undefined],
    ['', undefined],
  ])('with the birth date "%s"', (written, birthDate) => {
    expect(readPaper(cccd.replace('01011985', written))).toEqual({ kind: 'cccd', name: 'Nguyễn Văn Án', birthDate })
  })
})

describe('The code of the card of 2024', () => {
  it('has fields behind those of the chip card', () => {
    expect(readPaper(canCuoc)).toEqual({ kind: 'can-cuoc', ...be })
    expect(readPaper(`${cccdWithoutOld}||Trần Văn Cha|Lê Thị Mẹ`)).toEqual({ kind: 'can-cuoc', ...be })
  })

  it.each([
    '079190001234|Trần Thị Bé|15031990|Nữ|Ấp 3, Xã Z|10082024|012345678',
    '079190001234|Trần Thị Bé|15031990|Nữ|Ấp 3, Xã Z|10082024||079190001235|Trần Văn Cha|Lê Thị Mẹ',
    '079190001234|012345678|079190001235|Trần Thị Bé|Nữ|15031990|Ấp 3, Xã Z|10082024',
    '079190001234|10082024|Trần Thị Bé|15031990|Nữ|Ấp 3, Xã Z',
    '079190001234|Trần Thị Bé|Nữ|10082024|15031990|Ấp 3, Xã Z',
  ])('in another order: %s', (text) => {
    expect(readPaper(text)).toEqual({ kind: 'can-cuoc', ...be })
  })

  it('takes no lone date away from the name for a birth date', () => {
    const text = '079190001234|Trần Thị Bé|Nữ|Ấp 3, Xã Z|10082024||'
    expect(readPaper(text)).toEqual({ kind: 'can-cuoc', name: 'Trần Thị Bé', birthDate: undefined })
  })

  it.each(['079190001234|a|b|c|d|e|f|g', '07919000123|x|Trần Thị Bé|15031990|Nữ|y|z|w', '079190001234|15031990|Nữ'])(
    'is not "%s"',
    (text) => {
      expect(readPaper(text)).toBeUndefined()
    },
  )
})

describe('The personal code', () => {
  it('has a masked number and a masked date', () => {
    expect(readPaper(personal)).toEqual({ kind: 'mic-personal', name: 'NGUYEN VAN AN', birthDate: { day: 1 } })
  })

  it.each([
    ['1985-01-01', { year: 1985, month: 1, day: 1 }],
    ['1985-**-**', { year: 1985 }],
    ['****-**-**', undefined],
    ['1985-00-00', { year: 1985 }],
    ['', undefined],
  ])('with the date "%s"', (date, birthDate) => {
    expect(readPaper(`B1234567|NGUYEN VAN AN|${date}|1|Q`)).toMatchObject({ kind: 'mic-personal', birthDate })
  })

  it.each([
    '1|NGUYEN VAN AN|1985-01-01|0|Q',
    '******012345|NGUYEN VAN AN|01/01/1985|0|Q',
    '******012345|N|1985-01-01|2|Q',
  ])('is not "%s"', (text) => {
    expect(readPaper(text)).toBeUndefined()
  })
})

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

describe('Any other text', () => {
  it.each(['', ' ', '|', '||||||', 'HC1:6BF', 'https://example.org/P<<A', 'hello', 'PLEASE HELP ME', '<'.repeat(44)])(
    'is no paper: "%s"',
    (text) => {
      expect(readPaper(text)).toBeUndefined()
    },
  )

  it('never makes the reader throw', () => {
    const pieces = fc.constantFrom(
      '|',
      '<',
      '<<',
      '\n',
      '001085012345',
      '01011985',
      'Nam',
      'Nữ',
      'P<VNM',
      'Ã',
      'á»',
      '*',
    )
    const texts = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 20 })
    fc.assert(
      fc.property(texts, (parts) => {
        const paper = readPaper(parts.join(''))
        expect(paper === undefined || typeof paper.name === 'string').toBe(true)
        expect(Array.isArray(wrongCheckDigits(parts.join('')))).toBe(true)
      }),
    )
  })

  it('of any length takes no time worth naming', () => {
    for (const text of ['|', '<', 'a', 'Ã¡', 'ạ', '0', ' ', '\n', "'", 'aa '].map((piece) => piece.repeat(200_000)))
      expect(readPaper(text)).toBeUndefined()
  })
})
