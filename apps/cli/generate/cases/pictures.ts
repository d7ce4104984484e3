import { alphanumericPicture, blankPicture, brokenPicture, bytePicture } from '../bytes/qr.ts'
import { accepted, notReached, refusedAt } from '../expectations.ts'
import { before, prefix } from '../faults/prefix.ts'
import type { VerifyCase } from '../verify-case.ts'

const mode = { spec: 'hcert §4.2.2', importance: 'high' } as const
const wrong = { ...mode, expect: refusedAt('text', 'text.prefix') } as const

export const pictureCases: readonly VerifyCase[] = [
  {
    ...mode,
    id: 'picture/alphanumeric',
    about: 'A QR code in alphanumeric mode.',
    draw: alphanumericPicture,
    expect: accepted,
  },
  {
    ...mode,
    id: 'picture/byte-mode',
    about:
      'The same text in byte mode. The EU list calls it INVALID; a verifier that gets text from its scanner cannot see the mode, and nothing it protects depends on it, so it is accepted.',
    importance: 'low',
    officialId: 'Q2',
    draw: bytePicture,
    expect: accepted,
  },
  {
    ...wrong,
    id: 'picture/byte-mode-lower-case',
    about: 'A prefix in lower case, which only byte mode can hold: the part of row Q2 that shows in the text.',
    officialId: 'Q2',
    change: prefix('hc1:'),
    draw: bytePicture,
  },
  {
    ...wrong,
    id: 'picture/web-address',
    about: 'A code with a web address before the certificate: not to be opened.',
    change: before('https://example.org/#'),
    draw: bytePicture,
  },
  {
    ...mode,
    id: 'picture/broken',
    about: 'A code of which a third is missing.',
    spec: 'ISO/IEC 18004',
    officialId: 'Q1',
    draw: brokenPicture,
    expect: notReached('picture.no-code'),
  },
  {
    ...mode,
    id: 'picture/blank',
    about: 'A picture without a code.',
    draw: blankPicture,
    expect: notReached('picture.no-code'),
  },
  {
    ...mode,
    id: 'picture/cut',
    about: 'The second half of the file is missing.',
    spec: 'ISO/IEC 15948',
    draw: (text) => alphanumericPicture(text).subarray(0, 1200),
    expect: notReached('picture.unreadable'),
  },
]
