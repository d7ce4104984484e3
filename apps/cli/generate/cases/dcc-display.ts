import { accepted, refusedAt } from '../expectations.ts'
import { event, members, name } from '../faults/dcc.ts'
import { lan } from '../people.ts'
import type { VerifyCase } from '../verify-case.ts'

const shown = { spec: 'hcert §6.3', importance: 'high', expect: accepted } as const
const unusual = { ...shown, importance: 'medium' } as const

/** A family name, everything else as it was. */
function familyName(fn: string) {
  return name({ ...lan.nam, fn })
}

/** Genuine certificates whose texts attack whoever shows, stores or logs them. They are text, exactly as in stages.dcc. */
const attackCases: readonly VerifyCase[] = [
  {
    ...shown,
    id: 'dcc/name-html',
    about: 'A name that is HTML with a script in it.',
    change: familyName('<img src=x onerror=alert(1)>'),
  },
  {
    ...shown,
    id: 'dcc/name-svg',
    about: 'A name that closes an attribute.',
    change: familyName('"><svg onload=alert(1)>'),
  },
  {
    ...unusual,
    id: 'dcc/name-template',
    about: 'A name that looks like a template.',
    change: familyName('{{7*7}}\x24{7*7}<%= 7*7 %>'),
  },
  {
    ...shown,
    id: 'dcc/name-formula',
    about: 'A name that a spreadsheet would compute.',
    change: familyName('=HYPERLINK("https://example.org","SAMPLE")'),
  },
  {
    ...shown,
    id: 'dcc/name-bidi',
    about: 'A right-to-left override, which turns what follows around.',
    change: familyName('Nguyễn\u202Ecod.exe'),
  },
  { ...shown, id: 'dcc/name-nul', about: 'A NUL in a name.', change: familyName('Nguyễn\0Admin') },
  {
    ...shown,
    id: 'dcc/name-line-break',
    about: 'A line break, which would forge a line of a log.',
    change: familyName('Nguyễn\r\nACCEPTED'),
  },
  { ...unusual, id: 'dcc/name-path', about: 'A name that is a path.', change: familyName('../../etc/SAMPLE') },
  {
    ...unusual,
    id: 'dcc/name-zero-width',
    about: 'Zero-width joiners in a name.',
    change: familyName('Ngu\u200Dyễn\u200B'),
  },
  {
    ...unusual,
    id: 'dcc/name-marks',
    about: 'A hundred marks on one letter.',
    change: familyName(`N${'\u0301'.repeat(100)}`),
  },
  {
    ...unusual,
    id: 'dcc/name-homoglyphs',
    about: 'Cyrillic letters that look Latin.',
    change: familyName('\u041D\u0433\u0443\u0435n'),
  },
  {
    ...shown,
    id: 'dcc/name-bom',
    about: 'A byte order mark within a name, which stays.',
    importance: 'low',
    change: familyName('Ngu\uFEFFyễn'),
  },
  {
    ...shown,
    id: 'dcc/issuer-url',
    about: 'An issuer that is a javascript address.',
    change: event({ is: 'javascript:alert(1)' }),
  },
  {
    ...shown,
    id: 'dcc/key-proto',
    about: 'A member called __proto__: a name like any other.',
    change: members(JSON.parse('{"__proto__":{"dob":"1900-01-01","isAdmin":true}}')),
  },
  {
    ...unusual,
    id: 'dcc/key-constructor',
    about: 'Members called constructor and hasOwnProperty.',
    change: members({ constructor: 'SAMPLE', hasOwnProperty: 1 }),
  },
]

/** Honest names that software stumbles over. */
const nameCases: readonly VerifyCase[] = [
  {
    ...shown,
    id: 'dcc/name-right-to-left',
    about: 'A name in Arabic script.',
    change: name({ fn: 'الحسيني', fnt: 'ALHUSSEINI', gn: 'ليلى', gnt: 'LAYLA' }),
  },
  {
    ...shown,
    id: 'dcc/name-decomposed',
    about: 'A name in NFD: shown as it is.',
    change: familyName('Nguyễn'.normalize('NFD')),
  },
  {
    ...shown,
    id: 'dcc/name-beyond-bmp',
    about: 'A family name of one character beyond the BMP.',
    change: familyName('\u{20BB7}'),
  },
  { ...shown, id: 'dcc/name-apostrophe', about: 'An apostrophe at the start.', change: familyName("'t Hooft") },
  {
    ...shown,
    id: 'dcc/name-filler',
    about: 'A filler of the machine readable zone in fn, as Malta writes.',
    change: familyName('MARK<THOMAS'),
  },
  { ...shown, id: 'dcc/name-family-only', about: 'A person of one name.', change: name({ fn: 'Siu', fnt: 'SIU' }) },
  {
    ...shown,
    id: 'dcc/name-without-fnt',
    about: 'Without fnt, as Malaysia writes.',
    spec: 'SpecialCaseHandling',
    change: name({ fn: 'Tan', gn: 'Mei', gnt: 'MEI' }),
  },
  {
    ...unusual,
    id: 'dcc/name-80',
    about: 'Eighty characters, as long as a name may be.',
    spec: 'eu-dcc-schema 1.3.0',
    change: familyName('Ệ'.repeat(80)),
  },
  {
    ...unusual,
    id: 'dcc/name-81',
    about: 'Eighty-one characters: too long to be written, not to be read.',
    spec: 'SpecialCaseHandling',
    change: familyName('Ệ'.repeat(81)),
  },
]

const strict = { spec: 'eu-dcc-schema 1.3.2', importance: 'low', profile: 'strict' } as const

const strictCases: readonly VerifyCase[] = [
  {
    ...strict,
    id: 'dcc/name-81-strict',
    about: 'Eighty-one characters, in the strict profile.',
    change: familyName('Ệ'.repeat(81)),
    expect: refusedAt('claims', 'dcc.schema'),
  },
  {
    ...strict,
    id: 'dcc/fnt-lower-case-strict',
    about: 'An fnt in lower case, in the strict profile.',
    change: name({ ...lan.nam, fnt: 'nguyen' }),
    expect: refusedAt('claims', 'dcc.schema'),
  },
  { ...strict, id: 'dcc/vaccination-strict', about: 'A vaccination, in the strict profile.', expect: accepted },
  {
    ...shown,
    id: 'dcc/fnt-lower-case',
    about: 'An fnt in lower case.',
    spec: 'SpecialCaseHandling',
    importance: 'medium',
    change: name({ ...lan.nam, fnt: 'nguyen' }),
  },
]

export const displayCases: readonly VerifyCase[] = [...attackCases, ...nameCases, ...strictCases]
