import { array, bytes, hexItem, int, json, text } from '../bytes/cbor.ts'
import { joinBytes } from '../bytes/hex.ts'
import { accepted, refusedAt } from '../expectations.ts'
import * as headers from '../faults/headers.ts'
import { unprotectedTwice } from '../faults/message.ts'
import type { VerifyCase } from '../verify-case.ts'

const { ALG, CRIT } = headers
const wrong = { spec: 'RFC 9052 §3', importance: 'high', expect: refusedAt('message', 'cose.shape') } as const
const wrongKid = { ...wrong, spec: 'hcert §3.3.3' } as const
const right = { spec: 'RFC 9052 §3', importance: 'high', expect: accepted } as const

const kidCases: readonly VerifyCase[] = [
  {
    ...wrongKid,
    id: 'message/kid-7-bytes',
    about: 'A kid of seven bytes.',
    officialId: 'CO25',
    change: headers.kid(hexItem('470102030405ff07')),
  },
  {
    ...wrongKid,
    id: 'message/kid-9-bytes',
    about: 'A kid of nine bytes.',
    officialId: 'CO26',
    change: headers.kid(hexItem('49010203040506070809')),
  },
  {
    ...wrongKid,
    id: 'message/kid-no-bytes',
    about: 'A kid of no bytes.',
    change: headers.kid(bytes(new Uint8Array())),
  },
  { ...wrongKid, id: 'message/kid-text', about: 'A kid that is a text.', change: headers.kid(text('SAMPLEID')) },
  {
    ...wrongKid,
    id: 'message/kid-null',
    about: 'Null for the kid.',
    importance: 'medium',
    change: headers.kid(hexItem('f6')),
  },
]

const headerCases: readonly VerifyCase[] = [
  { ...right, id: 'message/kid-before-alg', about: 'Kid before alg: no order is asked for.', change: headers.reversed },
  {
    ...right,
    id: 'message/protected-long-forms',
    about: 'A protected header that a canonical encoder would write otherwise: the bytes as sent are what is signed.',
    change: headers.longForms,
  },
  {
    ...right,
    id: 'message/unknown-parameters',
    about: 'Unknown parameters in both headers are left alone.',
    certificate: { unprotected: [[text('x'), json({ anything: ['at', 'all'] })]] },
    change: headers.more('protected', int(99), text('x')),
  },
  {
    ...wrong,
    id: 'message/crit',
    about: 'A critical parameter that nobody knows.',
    change: headers.more('protected', int(CRIT), array(int(99))),
  },
  {
    ...wrong,
    id: 'message/crit-known',
    about: 'crit with a label that is known: it is not for parameters that everybody must know.',
    importance: 'low',
    change: headers.more('protected', int(CRIT), array(int(ALG))),
  },
  {
    ...wrong,
    id: 'message/crit-empty',
    about: 'crit without labels.',
    importance: 'medium',
    change: headers.more('protected', int(CRIT), array()),
  },
  {
    ...wrong,
    id: 'message/crit-unprotected',
    about: 'crit in the unprotected header.',
    change: headers.more('unprotected', int(CRIT), array(int(99))),
  },
  {
    ...wrong,
    id: 'message/alg-twice',
    about: 'The algorithm twice.',
    change: headers.more('protected', int(ALG), int(-37)),
  },
  {
    ...wrong,
    id: 'message/kid-twice-other-form',
    about: 'The kid twice, once under 04 and once under 1804, which is the same label.',
    change: headers.more('protected', hexItem('1804'), headers.strangeKid),
  },
  {
    ...wrong,
    id: 'message/unprotected-twice',
    about: 'A label twice in the unprotected header.',
    importance: 'medium',
    change: unprotectedTwice,
  },
  {
    ...wrong,
    id: 'message/label-bytes',
    about: 'A byte string as label.',
    importance: 'medium',
    change: headers.more('protected', hexItem('4104'), int(0)),
  },
  {
    ...right,
    id: 'message/label-text',
    about: 'The text "4" is another label than the integer 4.',
    importance: 'medium',
    change: headers.more('protected', text('4'), headers.strangeKid),
  },
  {
    ...wrong,
    id: 'message/protected-trailing-byte',
    about: 'A byte after the map of the protected header.',
    change: headers.protectedBytes((header) => joinBytes(header, [0])),
  },
  {
    ...wrong,
    id: 'message/protected-array',
    about: 'A protected header that is an array.',
    change: headers.protectedBytes(() => array(int(-7))),
  },
  {
    ...wrong,
    id: 'message/protected-open-map',
    about: 'A protected header of indefinite length.',
    importance: 'low',
    change: headers.protectedBytes((header) => joinBytes([0xbf], header.subarray(1), [0xff])),
  },
  {
    ...wrong,
    id: 'message/protected-too-long',
    about: 'A protected header of more than a kilobyte.',
    spec: 'our limit of 1 KiB',
    importance: 'low',
    change: headers.more('protected', text('x'), bytes(new Uint8Array(1100))),
  },
]

export const messageHeaderCases: readonly VerifyCase[] = [...kidCases, ...headerCases]
