import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPaper, wrongCheckDigits } from '../../src/identity/identity-card.ts'
import { canCuoc, cccd, cccdWithoutOld, personal } from './paper-texts.ts'

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

  it('with a name of one word', () => {
    expect(readPaper(canCuoc.replace('Trần Thị Bé', 'Siu'))).toEqual({ ...be, kind: 'can-cuoc', name: 'Siu' })
  })

  it('does not pass for lines of a passport', () => {
    const name = 'NGUYEN<<VAN<AN<'
    expect(readPaper(cccd.replace('Nguyễn Văn Án', name))?.name).not.toBe(name)
    expect(readPaper(personal.replace('NGUYEN VAN AN', name))).toBeUndefined()
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
