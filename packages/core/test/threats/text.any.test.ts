import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeBase45 } from '../../src/dcc/base45.ts'
import { forge, judge } from './forge.ts'
import { payloadWith } from './forged-payload.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const { stackTraceLimit } = Error

let good: string
/** A certificate whose text has two spaces side by side, as every ninth real one. */
let spaced: string

beforeAll(async () => {
  Error.stackTraceLimit = 0 // hundreds of thousands of refusals follow
  good = await forge({ payload: payloadWith() })
  for (let time = 0x625d0000; spaced === undefined; time++) {
    const text = await forge({ payload: payloadWith({ at: 'claims', key: '06', value: `1a${time.toString(16)}` }) })
    if (text.includes('  ')) spaced = text
  }
})
afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit
})

const body = () => good.slice(4)

describe('B1: the prefix', () => {
  it('is HC1:, exact', async () => {
    expect(await judge(good)).toBe('accepted')
  })

  it.each([
    ...[
      'hc1:',
      'Hc1:',
      'hC1:',
      'HC2:',
      'HC0:',
      'HC10:',
      'HC1',
      'HC1;',
      'HC1: :',
      'HC:1',
      'C1:',
      'H1C:',
      '',
      ':',
      'HC1：',
    ],
    ...[
      ' HC1:',
      '\nHC1:',
      '\tHC1:',
      '\uFEFFHC1:',
      '\u200BHC1:',
      '\0HC1:',
      'ＨＣ１:',
      'НС1:',
      '"HC1:',
      'HC1:HC1:',
      'https://HC1:',
    ],
  ])('is not %j', async (prefix) => {
    expect(await judge(prefix + body())).toMatch(/^text\.(prefix|base45|zlib)$/)
  })
})

describe('B2: symbols', () => {
  it.each([
    ['small letters', (text: string) => `HC1:${text.slice(4).toLowerCase()}`],
    ['full width', (text: string) => `${text.slice(0, 10)}\uFF22${text.slice(11)}`],
    ['an emoji', (text: string) => `${text.slice(0, 10)}\u{1F489}${text.slice(12)}`],
    ['a dotted capital I', (text: string) => `${text.slice(0, 10)}\u0130${text.slice(11)}`],
    ['a line break at the end', (text: string) => `${text}\n`],
    ['NUL at the end', (text: string) => `${text}\0`],
    ['a lone surrogate', (text: string) => `${text.slice(0, -1)}\uD800`],
  ])('refuses %s', async (_, damage) => {
    expect(await judge(damage(good))).toBe('text.base45')
  })

  it('accepts no other UTF-16 unit in the place of the first symbol, a middle one, the last', async () => {
    for (const at of [4, Math.floor(good.length / 2), good.length - 1]) {
      for (let unit = 0; unit < 0x10000; unit++) {
        const symbol = String.fromCharCode(unit)
        const outcome = await judge(good.slice(0, at) + symbol + good.slice(at + 1))
        const expected = symbol === good[at] ? 'accepted' : alphabet.includes(symbol) ? 'refused' : 'text.base45'
        const seen = expected === 'refused' && outcome !== 'accepted' ? 'refused' : outcome
        if (seen !== expected) throw new Error(`${outcome} for ${unit} at ${at}`)
      }
    }
  })
})

describe('B3–B5: groups', () => {
  it.each(['GGW', ':::', '::', 'V5', 'A', 'BB8A', ' ', '/'])(
    '%j is refused alone, before and behind a certificate',
    async (group) => {
      for (const text of [group, group + body(), body() + group])
        expect(await judge(`HC1:${text}`)).toMatch(/^text\.(base45|zlib)$/)
      expect(await judge(`HC1:${group}`)).toBe('text.base45')
    },
  )

  it('every length but whole groups is refused', async () => {
    for (let length = 0; length <= 64; length++) {
      const expected = length % 3 === 1 ? 'text.base45' : 'text.zlib'
      expect(await judge(`HC1:${'0'.repeat(length)}`), String(length)).toBe(expected)
    }
  })
})

describe('B6: white space', () => {
  it('inside a text is data: two spaces stay two', async () => {
    expect(await judge(spaced)).toBe('accepted')
    expect(await judge(spaced.replace('  ', ' '))).toMatch(/^text\./)
    expect(await judge(spaced.replaceAll(' ', ''))).toMatch(/^text\./)
  })

  it.each(['+', '%20', '\u00A0', '\t', '\u3000'])('is not to be written as %j', async (instead) => {
    expect(await judge(spaced.replaceAll(' ', instead))).toMatch(/^text\.(base45|zlib|too-large)$/)
  })

  it('at either end is damage', async () => {
    for (const text of [`${good} `, `${good}  `, `${good}   `, ` ${good}`, `HC1: ${body()}`]) {
      expect(await judge(text), JSON.stringify(text.slice(0, 6))).toMatch(/^text\./)
    }
  })

  it('comes through JSON and percent encoding whole', async () => {
    expect(await judge(JSON.parse(JSON.stringify(spaced)))).toBe('accepted')
    expect(await judge(decodeURIComponent(encodeURIComponent(spaced)))).toBe('accepted')
  })
})

describe('B7: length', () => {
  it('is capped at what a QR code holds, before anything else is looked at', async () => {
    expect(await judge(`HC1:${'0'.repeat(4292)}`)).toBe('text.zlib')
    expect(await judge(`HC1:${'0'.repeat(4293)}`)).toBe('text.too-large')
    expect(await judge(`HC1:${encodeBase45(new Uint8Array(2861))}`)).toBe('text.zlib')
    for (const length of [10_000, 1_000_000, 100_000_000]) {
      expect(await judge(':'.repeat(length))).toBe('text.too-large')
      expect(await judge(`HC1:${' '.repeat(length)}`)).toBe('text.too-large')
    }
  })
})

describe('B8: what else a code may hold', () => {
  it.each([
    ...[
      '',
      ' ',
      'javascript:alert(1)',
      'https://example.org/?HC1:',
      'WIFI:T:WPA;S:x;P:y;;',
      'upi://pay?pa=x',
      'tel:+84',
    ],
    ...[
      'data:text/html,<script>',
      'BEGIN:VCARD',
      'shc:/5676290952432060346029243740',
      'DGC:1',
      '{"a":1}',
      '00020101021',
    ],
    ...['<img src=x onerror=alert(1)>', '=HYPERLINK("x")', '../../etc/passwd', '\u202E:1CH', '\0', '\uD800', '💉'],
  ])('%j is no certificate', async (text) => {
    expect(await judge(text)).toBe('text.prefix')
  })
})
