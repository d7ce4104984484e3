import type { NameCase } from '../record-case.ts'

const refused = { spec: 'our rule: no spelling is guessed', importance: 'high', nam: undefined } as const

export const refusedNameCases: readonly NameCase[] = [
  { ...refused, id: 'name/empty', about: 'No name.', given: { fullName: '' } },
  { ...refused, id: 'name/spaces', about: 'Spaces.', given: { fullName: ' \u00A0 ' } },
  { ...refused, id: 'name/no-letters', about: 'No letters.', given: { fullName: '---' } },
  {
    ...refused,
    id: 'name/han',
    about: 'Han characters, and no passport.',
    given: { familyName: '林', givenNames: '美華' },
  },
  {
    ...refused,
    id: 'name/cyrillic-homoglyph',
    about: 'A Cyrillic а among Latin letters.',
    given: { fullName: 'Nguyễn V\u0430n An' },
  },
  { ...refused, id: 'name/digits', about: 'A year after the name.', given: { fullName: 'Nguyễn Văn An 1985' } },
  { ...refused, id: 'name/note', about: 'A note behind the name.', given: { fullName: 'Nguyễn Văn An (mũi 2)' } },
  {
    ...refused,
    id: 'name/lost-letters',
    about: 'Question marks for letters that were lost.',
    given: { fullName: 'Nguy?n V?n ??c' },
  },
  { ...refused, id: 'name/mojibake', about: 'UTF-8 read as Windows-1252.', given: { fullName: 'Nguyá»…n VÄƒn An' } },
  { ...refused, id: 'name/html', about: 'Markup.', given: { fullName: '<b>Nguyễn</b> An' } },
  { ...refused, id: 'name/nul', about: 'A NUL.', given: { fullName: 'Nguyễn\0 An' } },
  { ...refused, id: 'name/bidi', about: 'A right-to-left override.', given: { fullName: 'Nguyễn \u202EAn' } },
  {
    ...refused,
    id: 'name/marks',
    about: 'Sixty marks on one letter.',
    given: { fullName: `Nguyễn A${'\u0301'.repeat(60)}` },
  },
  {
    ...refused,
    id: 'name/81',
    about: 'A surname of 81 characters.',
    given: { familyName: 'Ệ'.repeat(81), givenNames: 'An' },
  },
]
