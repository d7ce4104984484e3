import { describe, expect, it } from 'vitest'
import { icaoSpelling } from '../../src/dcc/icao-9303.ts'

/** Doc 9303-3 §6.A, every row, the first spelling where it offers several. */
const icaoRows: Record<string, string> = {
  A: 'ÀÁÂÃĀĂĄ',
  AA: 'Å',
  AE: 'ÄÆ',
  C: 'ÇĆĈĊČ',
  D: 'ÐĎĐ',
  E: 'ÈÉÊËĒĔĖĘĚ',
  G: 'ĜĞĠĢ',
  H: 'ĤĦ',
  I: 'ÌÍÎÏĨĪĬĮİı',
  IJ: 'Ĳ',
  J: 'Ĵ',
  K: 'Ķ',
  L: 'ĹĻĽĿŁ',
  N: 'ÑŃŅŇŊ',
  O: 'ÒÓÔÕŌŎŐ',
  OE: 'ÖØŒ',
  R: 'ŔŖŘ',
  S: 'ŚŜŞŠ',
  SS: 'ẞß',
  T: 'ŢŤŦ',
  TH: 'Þ',
  U: 'ÙÚÛŨŪŬŮŰŲ',
  UE: 'Ü',
  W: 'Ŵ',
  Y: 'ÝŶŸ',
  Z: 'ŹŻŽ',
}

/** The capitals of the Vietnamese alphabet with and without tones (Unicode 15.0, in the order of the vowels). */
const vietnameseRows: Record<string, string> = {
  A: 'AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ',
  D: 'DĐÐƉ',
  E: 'EÈÉẺẼẸÊỀẾỂỄỆ',
  I: 'IÌÍỈĨỊ',
  O: 'OÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ',
  U: 'UÙÚỦŨỤƯỪỨỬỮỰ',
  Y: 'YỲÝỶỸỴ',
}

const minorityRows: Record<string, string> = { B: 'Ƀ', C: 'Č', E: 'Ĕ', I: 'Ĭ', N: 'Ñ', O: 'Ŏ', U: 'Ŭ' }

function spelling(letter: string): string | undefined {
  return icaoSpelling[letter.charCodeAt(0)]
}

describe.each([
  ['every row of Doc 9303-3 §6.A', icaoRows],
  ['every letter of the Vietnamese alphabet', vietnameseRows],
  ['the letters of the languages of the Central Highlands', minorityRows],
])('the table holds %s', (_, rows) => {
  it.each(Object.entries(rows))('%s', (expected, letters) => {
    for (const letter of letters.normalize('NFC')) {
      expect(spelling(letter), letter).toBe(expected)
      if (letter.toLowerCase().length === 1) expect(spelling(letter.toLowerCase()), letter.toLowerCase()).toBe(expected)
    }
  })
})

describe('the table', () => {
  it('gives A–Z only, or a filler, or nothing', () => {
    const spellings = new Set(icaoSpelling.filter((letters) => letters !== undefined))
    for (const letters of spellings) expect(letters).toMatch(/^([A-Z]{1,2}|<|)$/)
  })

  it('takes marks off one by one, so that a mark upon Ä leaves AE', () => {
    expect(spelling('Ǟ')).toBe('AE')
    expect(spelling('ǖ')).toBe('UE')
    expect(spelling('ǿ')).toBe('OE')
  })

  it.each(['×', '÷', '<', '0', '_', '\u0000', '\t', '\n', '\u00A0', '\u00AD', '\u0301', 'µ', 'ª', 'Ω', 'А', 'ǆ', 'ə'])(
    'knows nothing of %j',
    (other) => {
      expect(spelling(other)).toBeUndefined()
    },
  )
})
