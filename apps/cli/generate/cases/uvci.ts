import type { UvciCase } from '../record-case.ts'

const right = {
  spec: 'eHN guidelines on verifiable certificates, annex 2',
  importance: 'high',
  checkCharacter: 'right',
} as const
const wrong = { ...right, checkCharacter: 'wrong' } as const
const absent = { ...right, checkCharacter: 'absent' } as const

/** Luhn modulo 38 over everything before the #. For data quality only: no certificate may be refused for it. */
export const uvciCases: readonly UvciCase[] = [
  {
    ...right,
    id: 'uvci/example',
    about: 'The example of the guidelines.',
    uvci: 'URN:UVCI:01:SE:EHM/C878/123456789ABC#B',
  },
  { ...right, id: 'uvci/opaque', about: 'An opaque identifier.', uvci: 'URN:UVCI:01:VN:4JBSWY3DPEHPK3PXPABC#3' },
  {
    ...right,
    id: 'uvci/issuing-entity',
    about: 'An identifier with an issuing entity.',
    uvci: 'URN:UVCI:01:VN:01001/4JBSWY3DPEHPK3PXPABC#9',
  },
  { ...right, id: 'uvci/check-slash', about: 'A slash as check character.', uvci: 'URN:UVCI:01:VN:SAMPLE14#/' },
  { ...right, id: 'uvci/check-colon', about: 'A colon as check character.', uvci: 'URN:UVCI:01:VN:SAMPLE23#:' },
  { ...right, id: 'uvci/check-digit', about: 'A digit as check character.', uvci: 'URN:UVCI:01:VN:SAMPLE0#5' },
  { ...wrong, id: 'uvci/wrong', about: 'Another check character.', uvci: 'URN:UVCI:01:VN:4JBSWY3DPEHPK3PXPABC#4' },
  { ...wrong, id: 'uvci/swapped', about: 'Two neighbours swapped.', uvci: 'URN:UVCI:01:VN:4JBSWY3DPEHPK3PXPACB#3' },
  {
    ...wrong,
    id: 'uvci/one-character',
    about: 'One character mistyped.',
    uvci: 'URN:UVCI:01:VN:4JBSWY3DPEHPK3PXPABD#3',
  },
  {
    ...wrong,
    id: 'uvci/lower-case',
    about: 'Lower case, which the alphabet lacks.',
    uvci: 'URN:UVCI:01:VN:4jbswy3dpehpk3pxpabc#3',
  },
  {
    ...wrong,
    id: 'uvci/no-character',
    about: 'A # with nothing behind it.',
    uvci: 'URN:UVCI:01:VN:4JBSWY3DPEHPK3PXPABC#',
  },
  {
    ...wrong,
    id: 'uvci/two-characters',
    about: 'A # with two characters behind it.',
    uvci: 'URN:UVCI:01:VN:4JBSWY3DPEHPK3PXPABC#33',
  },
  {
    ...absent,
    id: 'uvci/absent',
    about: 'No check character, as most issuers write.',
    uvci: 'URN:UVCI:01:VN:4JBSWY3DPEHPK3PXPABC',
  },
  { ...absent, id: 'uvci/empty', about: 'No identifier.', uvci: '' },
]
