import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { personName, readMrzName, splitVietnameseName, transliterate } from '../../src/dcc/names.ts'
import { Fault } from '../../src/fault.ts'

const refused = expect.objectContaining({ name: 'Fault', code: 'record.name' })

describe('a Vietnamese full name', () => {
  it.each([
    ['Nguyễn Bảo Duy', 'NGUYEN', 'BAO<DUY'],
    ['Đặng Thị Ngọc Ánh', 'DANG', 'THI<NGOC<ANH'],
    ['\u00D0ỗ Đình Ước', 'DO', 'DINH<UOC'],
    ['\u0189ỗ \u00F0ình Ước', 'DO', 'DINH<UOC'],
    ['Ưng Hoàng Phượng', 'UNG', 'HOANG<PHUONG'],
    ['Quách Thuỳ Khuê', 'QUACH', 'THUY<KHUE'],
    ["H'Hen Niê", 'HHEN', 'NIE'],
    ['H\u2019Hen Niê', 'HHEN', 'NIE'],
    ['K\u02BCBrửu', 'KBRUU', undefined],
    ['Y Moan Ênuôl', 'Y', 'MOAN<ENUOL'],
    ['Y Ƀih Ñŭ Čil', 'Y', 'BIH<NU<CIL'],
    ['Tôn Nữ Thị Ninh', 'TON', 'NU<THI<NINH'],
    ['Lê-Trần  Mỹ', 'LE<TRAN', 'MY'],
    ['Lê\u00A0Thị\u00A0Mỹ', 'LE', 'THI<MY'],
    ['Ng. V. An', 'NG', 'V<AN'],
    ['Siu', 'SIU', undefined],
    ['NGUYỄN VĂN ĐỨC', 'NGUYEN', 'VAN<DUC'],
  ])('%s is %s and %s', (fullName, fnt, gnt) => {
    const name = personName({ fullName })
    expect(name.fnt).toBe(fnt)
    expect(name.gnt).toBe(gnt)
    expect('gn' in name).toBe(gnt !== undefined)
    expect(personName({ fullName: fullName.normalize('NFD') })).toEqual(personName({ fullName }))
  })

  it('is cut after the first word, in NFC and with single spaces', () => {
    expect(splitVietnameseName(' Nguye\u0302\u0303n \t Bảo\u00A0 Duy\r\n')).toEqual({ fn: 'Nguyễn', gn: 'Bảo Duy' })
    expect(splitVietnameseName('Siu')).toEqual({ fn: 'Siu' })
  })

  it('keeps a stack of marks that has no precomposed letter', () => {
    expect(personName({ fullName: 'Kpă Ư\u0306' })).toEqual({ fn: 'Kpă', gn: 'Ư\u0306', fnt: 'KPA', gnt: 'U' })
  })

  it('takes the spelling of the passport where there is one', () => {
    expect(personName({ fullName: 'Ðỗ Uyên', mrzName: 'DOE<<UYEN<<<' })).toMatchObject({ fnt: 'DOE', gnt: 'UYEN' })
    expect(personName({ fullName: 'Đỗ Uyên', mrzName: '' })).toMatchObject({ fnt: 'DO', gnt: 'UYEN' })
  })
})

describe('family and given names', () => {
  it('are spelt apart', () => {
    expect(personName({ familyName: 'Müller-Lüdenscheidt', givenNames: 'Jörg  Åke' })).toEqual({
      fn: 'Müller-Lüdenscheidt',
      fnt: 'MUELLER<LUEDENSCHEIDT',
      gn: 'Jörg Åke',
      gnt: 'JOERG<AAKE',
    })
  })

  it('may lack the given names', () => {
    expect(personName({ familyName: 'Suharto' })).toEqual({ fn: 'Suharto', fnt: 'SUHARTO' })
    expect(personName({ familyName: 'Suharto', givenNames: '' })).toEqual({ fn: 'Suharto', fnt: 'SUHARTO' })
  })

  it('in any script go with a passport name, and not without', () => {
    const chinese = { familyName: '林', givenNames: '美華' }
    expect(personName({ ...chinese, mrzName: 'LIN<<MEI<HUA<<<<' })).toEqual({
      fn: '林',
      fnt: 'LIN',
      gn: '美華',
      gnt: 'MEI<HUA',
    })
    expect(() => personName(chinese)).toThrow(refused)
  })

  it('may differ in number from the passport, which wins', () => {
    expect(personName({ familyName: 'Nguyễn Văn An', mrzName: 'NGUYEN<<VAN<AN' }).gnt).toBe('VAN<AN')
    expect('gnt' in personName({ familyName: 'Tan', givenNames: 'Mei', mrzName: 'TAN<MEI<<' })).toBe(false)
  })
})

describe('the 80 characters of the schema', () => {
  it('are counted in code points', () => {
    const given = { givenNames: 'An', mrzName: 'LI<<AN' }
    expect(personName({ familyName: '\u{20000}'.repeat(80), ...given }).fnt).toBe('LI')
    expect(() => personName({ familyName: '\u{20000}'.repeat(81), ...given })).toThrow(refused)
  })

  it('are counted after NFC', () => {
    expect(personName({ familyName: 'Ệ'.repeat(80).normalize('NFD') }).fn).toBe('Ệ'.repeat(80))
    expect(() => personName({ familyName: 'Ệ'.repeat(81).normalize('NFD') })).toThrow(refused)
  })

  it('hold for each of the four fields', () => {
    const long = 'A'.repeat(81)
    expect(() => personName({ familyName: 'A', givenNames: long })).toThrow(refused)
    expect(() => personName({ familyName: 'Ä'.repeat(41) })).toThrow(refused)
    expect(() => personName({ familyName: 'A', mrzName: `${long}<<A` })).toThrow(refused)
    expect(() => personName({ familyName: 'A', mrzName: `A<<${long}` })).toThrow(refused)
  })
})

describe('a passport name field', () => {
  it.each([
    ['ERIKSSON<<ANNA<MARIA<<<<', 'ERIKSSON', 'ANNA<MARIA'],
    ['ERIKSSON<<ANNA<MARIA', 'ERIKSSON', 'ANNA<MARIA'],
    ['SIU<<<<<<<<', 'SIU', undefined],
    ['SIU', 'SIU', undefined],
    ['PAPANDROPOULOUS<<JONATHON<ALEXANDER<<<<<', 'PAPANDROPOULOUS', 'JONATHON<ALEXANDER'],
    ['NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K', 'NILAVADHANANANDA', 'CHAYAPA<DEJTHAMRONG<K'],
    ['BENNELONG<WOOLOOMOOLOO<WARRANDYTE<W<<DIN', 'BENNELONG<WOOLOOMOOLOO<WARRANDYTE<W', 'DIN'],
    ['A<B<', 'A<B', undefined],
  ])('%s is %s and %s', (mrz, fnt, gnt) => {
    expect(readMrzName(mrz)).toEqual(gnt === undefined ? { fnt } : { fnt, gnt })
  })

  it.each([
    '',
    '<',
    '<<<<',
    '<ERIKSSON<<ANNA',
    '<<ANNA',
    'Eriksson<<Anna',
    'ERIKSSON ANNA',
    'ERIKSSON<<ANNA<<MARIA',
    'ERIKSSON<<<ANNA',
    'ERIKS5ON<<ANNA',
    'ÉRIKSSON<<ANNA',
    'ERIKSSON<<ANNA\n',
    'ERIKSSON<<ANNA\u0000',
  ])('%j is none', (mrz) => {
    expect(() => readMrzName(mrz)).toThrow(refused)
  })

  it('comes back from what was read', () => {
    const part = fc.stringMatching(/^[A-Z]{1,9}(<[A-Z]{1,9}){0,3}$/)
    fc.assert(
      fc.property(part, part, fc.nat(9), (fnt, gnt, fillers) => {
        expect(readMrzName(`${fnt}<<${gnt}${'<'.repeat(fillers)}`)).toEqual({ fnt, gnt })
      }),
    )
  })
})

describe('transliteration', () => {
  it.each([
    ['Gößinger', 'GOESSINGER'],
    ['Þarf Að Prófa', 'THARF<AD<PROFA'],
    ['Łukasz Œuvre Ĳssel', 'LUKASZ<OEUVRE<IJSSEL'],
    ['Çakır İnönü', 'CAKIR<INOENUE'],
    ['Ştefan Țepeș', 'STEFAN<TEPES'],
    ["'t Achternaam", 'T<ACHTERNAAM'],
    ["d'Arsøns - van Halen", 'DARSOENS<VAN<HALEN'],
    ['Nguyễn,Văn', 'NGUYEN<VAN'],
    ['-An-', 'AN'],
    ['\u212Bsa', 'AASA'], // Ångström sign, Å after NFC
  ])('of %s is %s', (name, expected) => {
    expect(transliterate(name)).toBe(expected)
  })

  it.each(['', ' ', '\u00A0\t', '-', "'", '...', '---'])('of %j does not exist: no letters', (name) => {
    expect(() => transliterate(name)).toThrow(refused)
  })

  it.each([
    ['Han', '阮文安'],
    ['Hangul', '김민수'],
    ['Thai', 'สมชาย'],
    ['Cyrillic', 'Иван'],
    ['a Cyrillic а among Latin letters', 'Nguyễn V\u0430n'],
    ['Greek', 'Μάριος'],
    ['Arabic', 'محمد'],
    ['digits', 'Nguyễn Văn A 1985'],
    ['full-width letters', 'Ｎｇｕｙｅｎ'],
    ['a filler', 'MARK<THOMAS'],
    ['symbols', 'Nguyễn & Trần'],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['a formula', '=HYPERLINK(A1)'],
    ['an emoji', '😀'],
    ['the sign of a lost letter', 'Nguy\uFFFDn'],
    ['a question mark for a lost letter', 'Nguy?n'],
    ['UTF-8 read as Windows-1252', 'Nguyá»…n'],
  ])('of %s needs the passport', (_, name) => {
    expect(() => transliterate(name)).toThrow(refused)
  })

  it('is made of A–Z and single fillers, or is refused', () => {
    const text = fc.string({ unit: fc.constantFrom(..."aĐệữ-. 'ʼß林0\u0301\u0323"), maxLength: 30 })
    fc.assert(
      fc.property(text, (name) => {
        let spelt: string
        try {
          spelt = transliterate(name)
        } catch (error) {
          expect(error).toBeInstanceOf(Fault)
          return
        }
        expect(spelt).toMatch(/^[A-Z]+(<[A-Z]+)*$/)
        expect(transliterate(name.normalize('NFD'))).toBe(spelt)
      }),
      { numRuns: 1000 },
    )
  })
})
