import { array, bytes, type Encodable, float64, hexItem, type Item, int, json, map, tag, text } from '../bytes/cbor.ts'
import { refusedAt } from '../expectations.ts'
import { found } from '../health-documents.ts'
import type { VerifyCase } from '../verify-case.ts'
import { holding, unjudged } from './container-documents.ts'

const hostile = { ...unjudged, spec: 'RFC 8949 §10' } as const
const noContainer = { ...hostile, importance: 'high', expect: refusedAt('claims', 'claims.shape') } as const

/** A value inside as many maps, each under the name `a`. */
function nested(levels: number, value: Encodable): Encodable {
  return levels === 0 ? value : { a: nested(levels - 1, value) }
}

const LONG = 'Ngọc'.repeat(500)
const LONG_NAME = 'n'.repeat(200)
const FORTY_BYTES = Uint8Array.from({ length: 40 }, (_, index) => index)
const HEX_32 = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'

const sizeCases: readonly VerifyCase[] = [
  {
    ...hostile,
    id: 'container/nested-8',
    about: 'A value eight maps deep: shown.',
    importance: 'low',
    certificate: holding([-6, nested(8, 'x')]),
    documents: [found(-6, 'ICVP', [['a.a.a.a.a.a.a.a', undefined, 'x']])],
  },
  {
    ...hostile,
    id: 'container/nested-9',
    about: 'A value nine maps deep: not shown, which is said.',
    importance: 'low',
    certificate: holding([-6, { n: 'Lan', ...(nested(9, 'x') as object) }]),
    documents: [found(-6, 'ICVP', [['n', 'Name', 'Lan']], false)],
  },
  {
    ...noContainer,
    id: 'container/nested-20',
    about: 'A value twenty maps deep.',
    certificate: holding([-6, nested(20, 'x')]),
  },
  {
    ...hostile,
    id: 'container/4000-items',
    about: 'A list of four thousand numbers: the first 256 are shown.',
    importance: 'low',
    certificate: holding([-6, Array.from({ length: 4000 }, () => 7)]),
    documents: [
      found(
        -6,
        'ICVP',
        Array.from({ length: 256 }, (_, index) => [String(index), undefined, '7']),
        false,
      ),
    ],
  },
  {
    ...noContainer,
    id: 'container/2000-maps',
    about: 'A list of two thousand maps: more items than any reader should take.',
    certificate: holding([-6, Array.from({ length: 2000 }, () => ({ n: 'x' }))]),
  },
  {
    ...hostile,
    id: 'container/long-text',
    about: 'A text of two thousand characters: its beginning is shown.',
    importance: 'low',
    certificate: holding([-6, { n: LONG }]),
    documents: [found(-6, 'ICVP', [['n', 'Name', `${LONG.slice(0, 511)}…`]], false)],
  },
  {
    ...hostile,
    id: 'container/long-name',
    about: 'A field with a name of two hundred characters.',
    importance: 'low',
    certificate: holding([-6, { [LONG_NAME]: 'x' }]),
    documents: [found(-6, 'ICVP', [[`"${LONG_NAME.slice(0, 63)}…"`, undefined, 'x']], false)],
  },
]

/** Every document that is no map of texts. */
const valueCases: readonly VerifyCase[] = [
  {
    ...hostile,
    id: 'container/numbers',
    about: 'Numbers, truth values, null, undefined and bytes in place of texts.',
    certificate: holding([
      -6,
      {
        n: -7,
        dob: float64(1985.5),
        s: true,
        ntl: null,
        nid: hexItem('f7'),
        gn: bytes(FORTY_BYTES),
        v: [bytes(FORTY_BYTES.subarray(0, 2)), false],
      },
    ]),
    documents: [
      found(
        -6,
        'ICVP',
        [
          ['n', 'Name', '-7'],
          ['dob', 'Date of birth', '1985.5'],
          ['s', 'Sex', 'true'],
          ['gn', 'Parent or guardian', `h'${HEX_32}…'`],
          ['v.0', undefined, "h'0001'"],
          ['v.1', undefined, 'false'],
        ],
        false,
      ),
    ],
  },
  {
    ...noContainer,
    id: 'container/number-nan',
    about: 'A dose number that is NaN.',
    importance: 'medium',
    certificate: holding([3, { dose: hexItem('f97e00') }]),
  },
  {
    ...noContainer,
    id: 'container/tag-1',
    about: 'A date as a number of seconds under tag 1.',
    importance: 'low',
    certificate: holding([-6, { dob: tag(1, int(479433600)) }]),
  },
  {
    ...hostile,
    id: 'container/tag-0',
    about: 'A date-time under tag 0: the tag is dropped.',
    importance: 'low',
    certificate: holding([4, { test: { date: tag(0, text('2022-05-30T08:12:00Z')) } }]),
    documents: [found(4, 'DDCC:TR', [['test.date', 'Date of the sample', '2022-05-30T08:12:00Z']])],
  },
  {
    ...hostile,
    id: 'container/document-empty',
    about: 'A document without a field.',
    importance: 'low',
    certificate: holding([-6, {}]),
    documents: [found(-6, 'ICVP', [])],
  },
  {
    ...hostile,
    id: 'container/document-number',
    about: 'A number for the document.',
    importance: 'low',
    certificate: holding([-6, 7]),
    documents: [found(-6, 'ICVP', [['', undefined, '7']])],
  },
]

const PROTO_KEYS: readonly (readonly [Item, Item])[] = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'].map(
  (name) => [text(name), text('x')],
)

const nameCases: readonly VerifyCase[] = [
  {
    ...hostile,
    id: 'container/names-of-objects',
    about: 'Fields named as the inherited members of objects are.',
    importance: 'high',
    certificate: { hcert: [[int(-6), map([...PROTO_KEYS, [text('v'), array(map(PROTO_KEYS))]])]] },
    documents: [
      found(-6, 'ICVP', [
        ['__proto__', undefined, 'x'],
        ['constructor', undefined, 'x'],
        ['toString', undefined, 'x'],
        ['hasOwnProperty', undefined, 'x'],
        ['v.0.__proto__', undefined, 'x'],
        ['v.0.constructor', undefined, 'x'],
        ['v.0.toString', undefined, 'x'],
        ['v.0.hasOwnProperty', undefined, 'x'],
      ]),
    ],
  },
  {
    ...hostile,
    id: 'container/names-numbers',
    about: 'Fields under the number 1, the text "1", and in a list: three places, three names.',
    certificate: {
      hcert: [
        [
          int(-6),
          map([
            [int(1), text('a')],
            [text('1'), text('b')],
            [text('l'), json(['c', 'd'])],
          ]),
        ],
      ],
    },
    documents: [
      found(-6, 'ICVP', [
        ['1', undefined, 'a'],
        ['"1"', undefined, 'b'],
        ['l.0', undefined, 'c'],
        ['l.1', undefined, 'd'],
      ]),
    ],
  },
  {
    ...hostile,
    id: 'container/names-with-dots',
    about: 'A field whose name looks like the path of another: it gets neither its place nor its label.',
    importance: 'high',
    certificate: holding([-6, { 'v.0.vp': 'SAMPLE', n: 'Lan' }]),
    documents: [
      found(-6, 'ICVP', [
        ['"v.0.vp"', undefined, 'SAMPLE'],
        ['n', 'Name', 'Lan'],
      ]),
    ],
  },
  {
    ...hostile,
    id: 'container/bidi',
    about:
      'A name that turns the order of reading, and steers a terminal; the reader hands it on, who shows it escapes it.',
    importance: 'high',
    certificate: holding([-6, { n: 'Lan\u202e\u2066\u001b[2J', '\u202edob': '1985-03-12' }]),
    documents: [
      found(-6, 'ICVP', [
        ['n', 'Name', 'Lan\u202e\u2066\u001b[2J'],
        ['"\u202edob"', undefined, '1985-03-12'],
      ]),
    ],
  },
]

export const containerHostileCases: readonly VerifyCase[] = [...sizeCases, ...valueCases, ...nameCases]
