import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeLettering, legacyLetterings } from '../../src/names/lettering.ts'
import { marked, tcvn3, vni } from './letters.ts'

/** What a program makes of bytes that it takes for Windows-1252. */
const shown = (bytes: Iterable<number>): string => new TextDecoder('windows-1252').decode(Uint8Array.from(bytes))

describe('Nguyễn Văn Đức of vietnam.md, Appendix A', () => {
  it.each([
    ['tcvn3', 'NguyÔn V¨n §øc'],
    ['vni', 'Nguyeãn Vaên Ñöùc'],
    ['cp1258-as-1252', 'NguyêÞn Vãn Ðýìc'],
    ['utf8-as-1252', 'Nguyá»…n VÄƒn Ä\u0090á»©c'],
    ['viqr', "Nguye^~n Va(n DDu+'c"],
    ['telex', 'Nguyeexn Vawn DDuwcs'],
    ['telex', 'Nguye64n Va8n D9u71c'],
    ['unicode', 'Nguyễn Văn Đức'],
  ] as const)('is read from %s: %s', (lettering, text) => {
    expect(decodeLettering(text, lettering)).toBe('Nguyễn Văn Đức')
  })
})

describe('TCVN3', () => {
  it.each(tcvn3)('shows %s for %s', (code, letter) => {
    expect(decodeLettering(`x${code}x`, 'tcvn3')).toBe(`x${letter}x`)
  })

  it('has one code for each small letter, and for the capitals without tone that have marks', () => {
    const letters = tcvn3.map(([, letter]) => letter)
    expect(new Set(letters).size).toBe(74)
    const small = marked.filter((letter) => letter === letter.toLowerCase())
    expect(letters.filter((letter) => small.includes(letter)).toSorted()).toEqual(small.toSorted())
  })

  it('goes there and back for every text of its letters', () => {
    const codeOf = new Map(tcvn3.map(([code, letter]) => [letter, code]))
    const letter = fc.constantFrom(...tcvn3.map(([, each]) => each), 'a', 'n', 'g')
    fc.assert(
      fc.property(fc.array(letter), (letters) => {
        const written = letters.map((each) => codeOf.get(each) ?? each).join('')
        expect(decodeLettering(`x${written}`, 'tcvn3')).toBe(`x${letters.join('')}`)
      }),
    )
  })

  it('becomes capitals where a font of capitals showed small letters', () => {
    expect(decodeLettering('NGUYÔN V¡N §øC', 'tcvn3')).toBe('NGUYỄN VĂN ĐỨC')
    expect(decodeLettering('NguyÔn ThÞ ¸nh', 'tcvn3')).toBe('Nguyễn Thị Ánh')
    expect(decodeLettering('Sè 1 ®­êng Lª Lîi', 'tcvn3')).toBe('Số 1 đường Lê Lợi')
    expect(decodeLettering('nguyÔn v¨n ®øc', 'tcvn3')).toBe('nguyễn văn đức')
  })
})

describe('VNI-Windows', () => {
  it.each(vni)('shows %s for %s', (codes, letter) => {
    expect(decodeLettering(`x${codes}x`, 'vni')).toBe(`x${letter}x`)
  })

  it('writes every marked letter', () => {
    expect(vni.map(([, letter]) => letter).toSorted()).toEqual(marked.toSorted())
  })

  it('goes there and back for every word of its letters', () => {
    const codeOf = new Map(vni.map(([codes, letter]) => [letter, codes]))
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...marked, 'n', 'T', ' ')), (letters) => {
        const written = letters.map((each) => codeOf.get(each) ?? each).join('')
        expect(decodeLettering(written, 'vni')).toBe(letters.join(''))
      }),
    )
  })

  it('takes the case from the letter where the mark is of the other one', () => {
    expect(decodeLettering('Aùnh Öùc', 'vni')).toBe('Ánh Ức')
    expect(decodeLettering('THUYØ HUYØNH', 'vni')).toBe('THUỲ HUỲNH')
  })
})

describe('Windows-1258 shown as Windows-1252', () => {
  const bytesOf = new Map([
    ...[...'ĂăĐđƠơƯư'].map((letter, at) => [letter, [0xc3, 0xe3, 0xd0, 0xf0, 0xd5, 0xf5, 0xdd, 0xfd][at]] as const),
    ...[...'\u0300\u0309\u0303\u0301\u0323'].map((tone, at) => [tone, [0xcc, 0xd2, 0xde, 0xec, 0xf2][at]] as const),
  ])

  it.each(marked)('is put right for %s', (letter) => {
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(letter.normalize('NFD'))?.[0] ?? ''
    const bare = letter.normalize('NFD').replace(tone, '').normalize('NFC')
    const bytes = [...(bare + tone)].map((each) => bytesOf.get(each) ?? each.charCodeAt(0))
    expect(decodeLettering(shown(bytes), 'cp1258-as-1252')).toBe(letter)
  })
})

describe('UTF-8 shown as Windows-1252', () => {
  it.each(marked)('is put right for %s', (letter) => {
    expect(decodeLettering(shown(new TextEncoder().encode(letter)), 'utf8-as-1252')).toBe(letter)
  })

  it('stays as it is where it is no UTF-8', () => {
    for (const text of ['Nguyễn Văn Đức', 'NguyÔn', 'Ãn', 'Công'])
      expect(decodeLettering(text, 'utf8-as-1252')).toBe(text)
  })

  it('is put right for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodeLettering(shown(new TextEncoder().encode(text)), 'utf8-as-1252')).toBe(text)
      }),
    )
  })
})

describe('VIQR', () => {
  const signs = new Map(
    [...'\u0306\u0302\u031b\u0301\u0300\u0309\u0303\u0323'].map((mark, at) => [mark, "(^+'`?~."[at]]),
  )

  it.each(marked)('is put together for %s', (letter) => {
    const bare = letter.replace('đ', 'dd').replace('Đ', 'DD').normalize('NFD')
    // Quality before tone: NFD has the dot below first.
    const marks = [...bare].filter((each) => signs.has(each)).toSorted((a, b) => order(a) - order(b))
    const typed = bare.replace(/\p{M}/gu, '') + marks.map((mark) => signs.get(mark)).join('')
    expect(decodeLettering(typed, 'viqr')).toBe(letter)
  })

  const order = (mark: string): number => ('\u0306\u0302\u031b'.indexOf(mark) < 0 ? 1 : 0)

  it('takes a sign after a backslash as it is', () => {
    expect(decodeLettering("Y\\' Nhi", 'viqr')).toBe("Y\\' Nhi")
  })
})

describe('keys of Telex and VNI', () => {
  it.each([
    ['Nguyeenx', 'Nguyễn'],
    ['NGUYEENX', 'NGUYỄN'],
    ['Tranaf', 'Trần'],
    ['Vietej Thuowngr Thuor', 'Việt Thưởng Thuor'],
    ['Thuowr', 'Thuở'],
    ['Ddoox DDinhf Uwowcs', 'Đỗ Đình Ước'],
    ['Quys Giangf Gif', 'Quý Giàng Gì'],
    ['Hoangf Huynhf', 'Hoàng Huỳnh'],
    ['Hoa2ng Huy2nh Ye61n', 'Hoàng Huỳnh Yến'],
    ['Phu7o75ng', 'Phượng'],
    ['D9a85ng', 'Đặng'],
  ])('%s is %s', (typed, name) => {
    expect(decodeLettering(typed, 'telex')).toBe(name)
  })

  it('leaves words that need no mark, and words of others, as they are', () => {
    for (const name of ['Phan Minh Anh', 'Dung Oanh Loan', 'Siu Black', 'John Smith', "H'Hen", 'Nguyễn Văn']) {
      expect(decodeLettering(name, 'telex')).toBe(name)
    }
  })
})

describe('any text', () => {
  it('is decoded without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...legacyLetterings), (text, lettering) => {
        expect(typeof decodeLettering(text, lettering)).toBe('string')
      }),
    )
  })
})
