import type { NameCase } from '../record-case.ts'

const vietnamese = {
  spec: 'ICAO Doc 9303-3 §6.A; Vietnamese letters by their base letter',
  importance: 'high',
} as const

/** A Vietnamese full name: the first word is the surname. */
function full(fullName: string, fn: string, fnt: string, gn?: string, gnt?: string): Pick<NameCase, 'given' | 'nam'> {
  return { given: { fullName }, nam: { fn, fnt, ...(gn && { gn }), ...(gnt && { gnt }) } }
}

/** Every Vietnamese vowel with every tone, by base letter. */
const vowels = {
  a: 'àảãáạ ăằẳẵắặ âầẩẫấậ',
  e: 'èẻẽéẹ êềểễếệ',
  i: 'ìỉĩíị',
  o: 'òỏõóọ ôồổỗốộ ơờởỡớợ',
  u: 'ùủũúụ ưừửữứự',
  y: 'ỳỷỹýỵ',
} as const

const toneCases = Object.entries(vowels).map(([base, letters]): NameCase => {
  const spelt = letters.replaceAll(' ', '<').replace(/[^<]/g, base.toUpperCase())
  return {
    ...vietnamese,
    id: `name/tones-${base}`,
    about: `Every form of ${base} with every tone.`,
    ...full(`Trần ${letters}`, 'Trần', 'TRAN', letters, spelt),
  }
})

const lan = ['Nguyễn', 'NGUYEN', 'Thị Ngọc Lan', 'THI<NGOC<LAN'] as const

const vietnameseCases: readonly NameCase[] = [
  {
    ...vietnamese,
    id: 'name/four-words',
    about: 'Surname, two middle names, given name.',
    ...full('Nguyễn Thị Ngọc Lan', ...lan),
  },
  {
    ...vietnamese,
    id: 'name/decomposed',
    about: 'The same in NFD: it comes out in NFC.',
    ...full('Nguyễn Thị Ngọc Lan'.normalize('NFD'), ...lan),
  },
  {
    ...vietnamese,
    id: 'name/half-composed',
    about: 'ê and a tone mark apart, as Windows-1258 leaves them.',
    ...full('Nguyê\u0303n Thị Ngọc Lan', ...lan),
  },
  {
    ...vietnamese,
    id: 'name/white-space',
    about: 'Tabs, no-break spaces and doubled spaces.',
    ...full(' Nguyễn\u00A0Thị  Ngọc\tLan\r\n', ...lan),
  },
  {
    ...vietnamese,
    id: 'name/d-with-stroke',
    about: 'Đ and đ.',
    ...full('Đỗ Đình đức', 'Đỗ', 'DO', 'Đình đức', 'DINH<DUC'),
  },
  {
    ...vietnamese,
    id: 'name/eth',
    about: 'The Icelandic Ð, typed for Đ: it stays as it was typed and is spelt D.',
    ...full('\u00D0ỗ \u00F0ình', '\u00D0ỗ', 'DO', '\u00F0ình', 'DINH'),
  },
  {
    ...vietnamese,
    id: 'name/capitals',
    about: 'A name in capitals.',
    ...full('NGUYỄN VĂN ĐỨC', 'NGUYỄN', 'NGUYEN', 'VĂN ĐỨC', 'VAN<DUC'),
  },
  { ...vietnamese, id: 'name/one-word', about: 'One word is a surname; there is no gn.', ...full('Siu', 'Siu', 'SIU') },
  {
    ...vietnamese,
    id: 'name/apostrophe',
    about: 'A Ê Đê name with an apostrophe, which goes.',
    ...full("H'Hen Niê", "H'Hen", 'HHEN', 'Niê', 'NIE'),
  },
  {
    ...vietnamese,
    id: 'name/typographic-apostrophe',
    about: 'A Mnông name with U+2019.',
    ...full('K\u2019Brửu', 'K\u2019Brửu', 'KBRUU'),
  },
  {
    ...vietnamese,
    id: 'name/beyond-the-alphabet',
    about: 'Ba Na and Ê Đê letters that Vietnamese does not have.',
    ...full('Y Ƀih Ñŭ Čil', 'Y', 'Y', 'Ƀih Ñŭ Čil', 'BIH<NU<CIL'),
  },
  {
    ...vietnamese,
    id: 'name/hyphen',
    about: 'A hyphen becomes a filler.',
    ...full('Lê-Trần Mỹ', 'Lê-Trần', 'LE<TRAN', 'Mỹ', 'MY'),
  },
  {
    ...vietnamese,
    id: 'name/initials',
    about: 'Initials with dots.',
    ...full('Ng. V. An', 'Ng.', 'NG', 'V. An', 'V<AN'),
  },
]

export const vietnameseNameCases: readonly NameCase[] = [...toneCases, ...vietnameseCases]
