import { accepted, refusedAt } from '../expectations.ts'
import * as base45 from '../faults/base45.ts'
import type { VerifyCase } from '../verify-case.ts'
import { doubleSpace } from './certificates.ts'

const wrong = { spec: 'RFC 9285 §6', importance: 'high', expect: refusedAt('text', 'text.base45') } as const
const unusual = { ...wrong, importance: 'medium' } as const

const damaged: readonly VerifyCase[] = [
  { ...wrong, id: 'text/base45-lower-case', about: 'Lower case throughout.', change: base45.lowerCase },
  {
    ...wrong,
    id: 'text/base45-hash',
    about: 'One character outside the alphabet, #.',
    officialId: 'B1',
    change: base45.character('#'),
  },
  { ...wrong, id: 'text/base45-one-lower-case', about: 'One lower-case letter.', change: base45.character('a') },
  {
    ...unusual,
    id: 'text/base45-full-width',
    about: 'One full-width letter, U+FF22.',
    change: base45.character('\uFF22'),
  },
  {
    ...unusual,
    id: 'text/base45-kelvin',
    about: 'The Kelvin sign, which folds to k.',
    change: base45.character('\u212A'),
  },
  {
    ...unusual,
    id: 'text/base45-dotted-i',
    about: 'U+0130, which grows when lower-cased.',
    change: base45.character('\u0130'),
  },
  { ...unusual, id: 'text/base45-emoji', about: 'A character beyond the BMP.', change: base45.character('\u{1F489}') },
  {
    ...unusual,
    id: 'text/base45-lone-surrogate',
    about: 'Half of a surrogate pair.',
    change: base45.character('\uD83D'),
  },
  { ...unusual, id: 'text/base45-nul', about: 'A NUL.', change: base45.character('\0') },
  { ...wrong, id: 'text/base45-no-break-space', about: 'U+00A0 for a space.', change: base45.character('\u00A0') },
  { ...wrong, id: 'text/base45-line-break', about: 'A line feed in the middle.', change: base45.inserted('\n') },
  { ...unusual, id: 'text/base45-zero-width-space', about: 'U+200B in the middle.', change: base45.inserted('\u200B') },
  {
    ...wrong,
    id: 'text/base45-overflow-65536',
    about: 'GGW, the first group of three above two bytes.',
    change: base45.group('GGW'),
  },
  {
    ...wrong,
    id: 'text/base45-overflow-91124',
    about: ':::, the highest group of three.',
    change: base45.group(':::'),
  },
  {
    ...wrong,
    id: 'text/base45-overflow-256',
    about: 'V5 at the end, the first pair above one byte.',
    change: base45.lastGroup('V5'),
  },
  {
    ...wrong,
    id: 'text/base45-overflow-2024',
    about: ':: at the end, the highest pair.',
    change: base45.lastGroup('::'),
  },
  {
    ...wrong,
    id: 'text/base45-lone-character',
    about: 'One character too many at the end.',
    change: base45.lastGroup('0'),
  },
  {
    ...wrong,
    id: 'text/base45-trailing-space',
    about: 'A space at the end, where no valid text has one.',
    change: base45.appended(' '),
  },
  { ...wrong, id: 'text/base45-trailing-newline', about: 'A line feed at the end.', change: base45.appended('\n') },
  { ...wrong, id: 'text/base45-percent-encoded', about: 'A space written %20.', change: base45.percentEncoded },
]

export const base45Cases: readonly VerifyCase[] = [
  {
    id: 'text/base45-two-spaces',
    about: 'Two adjacent spaces, as in one of nine real codes: both count.',
    spec: 'RFC 9285 §4',
    importance: 'high',
    certificate: { unprotected: doubleSpace },
    expect: accepted,
  },
  {
    ...wrong,
    id: 'text/base45-collapsed-spaces',
    about: 'The text of base45-two-spaces after HTML made one space of two.',
    certificate: { unprotected: doubleSpace },
    change: base45.collapsedSpaces,
  },
  ...damaged,
  {
    id: 'text/base45-plus-for-space',
    about: 'Spaces written as plus signs: right symbols, wrong bytes, which the zlib layer finds.',
    spec: 'RFC 9285 §4; RFC 1950 §2.2',
    importance: 'medium',
    change: base45.plusForSpace,
    expect: refusedAt('text', 'text.zlib'),
  },
]
