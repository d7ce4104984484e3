import { accepted, refusedAt } from '../expectations.ts'
import { before, emptyText, prefix } from '../faults/prefix.ts'
import type { VerifyCase } from '../verify-case.ts'
import { longestText, tooLongText } from './certificates.ts'

const wrong = { spec: 'hcert §4.2.2', importance: 'high', expect: refusedAt('text', 'text.prefix') } as const
const unusual = { ...wrong, importance: 'medium' } as const
const tooLarge = { importance: 'medium', expect: refusedAt('text', 'text.too-large') } as const

export const prefixCases: readonly VerifyCase[] = [
  {
    id: 'text/valid',
    about: 'A vaccination signed with ES256, with nothing special about it.',
    spec: 'hcert §3–4',
    importance: 'high',
    expect: accepted,
  },
  {
    ...wrong,
    id: 'text/prefix-other-scheme',
    about: 'HL0: in place of HC1:.',
    officialId: 'H1',
    change: prefix('HL0:'),
  },
  {
    ...wrong,
    id: 'text/prefix-other-version',
    about: 'HC2: in place of HC1:.',
    officialId: 'H2',
    change: prefix('HC2:'),
  },
  { ...wrong, id: 'text/prefix-missing', about: 'Base45 without any prefix.', officialId: 'H3', change: prefix('') },
  { ...wrong, id: 'text/prefix-lower-case', about: 'hc1: in lower case.', change: prefix('hc1:') },
  { ...wrong, id: 'text/prefix-without-colon', about: 'HC1 without its colon.', change: prefix('HC1') },
  { ...unusual, id: 'text/prefix-semicolon', about: 'A semicolon for the colon.', change: prefix('HC1;') },
  { ...unusual, id: 'text/prefix-full-width', about: 'The prefix in full-width letters.', change: prefix('ＨＣ１：') },
  {
    ...unusual,
    id: 'text/prefix-cyrillic',
    about: 'A Cyrillic С that looks like the Latin C.',
    change: prefix('H\u04211:'),
  },
  { ...wrong, id: 'text/prefix-after-bom', about: 'A byte order mark before the prefix.', change: before('\uFEFF') },
  { ...wrong, id: 'text/prefix-after-space', about: 'A space before the prefix.', change: before(' ') },
  { ...wrong, id: 'text/prefix-after-newline', about: 'A line feed before the prefix.', change: before('\n') },
  { ...unusual, id: 'text/prefix-after-nul', about: 'A NUL before the prefix.', change: before('\0') },
  {
    ...wrong,
    id: 'text/prefix-within-url',
    about: 'A certificate as part of a web address, which is not to be opened.',
    change: before('https://example.org/#'),
  },
  { ...unusual, id: 'text/empty', about: 'No characters at all.', change: emptyText },
  {
    id: 'text/length-4296',
    about: 'As long as a QR code can be, 4,296 characters: padded in the unprotected header, where it does no harm.',
    spec: 'ISO/IEC 18004 table 7; hcert §4.2.2',
    importance: 'low',
    certificate: { unprotected: longestText },
    expect: accepted,
  },
  {
    ...tooLarge,
    id: 'text/length-4297',
    about: 'One character more than any QR code holds.',
    spec: 'ISO/IEC 18004 table 7; hcert §4.2.2',
    certificate: { unprotected: tooLongText },
  },
]
