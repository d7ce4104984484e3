import { describe, expect, it } from 'vitest'
import { writeCbor } from '../../src/cose/cbor-writer.ts'
import { issue } from '../../src/issue/issue.ts'
import { hex } from '../cose/hex.ts'
import { asyncCodeOf } from '../faults.ts'
import { authority, NOW, samples } from '../verify/world.ts'
import { forge, judge, tstr, verdictOn } from './forge.ts'
import { type Edit, type Level, payloadWith } from './forged-payload.ts'

const item = (value: unknown): string => hex(writeCbor(value as string))
const set = (at: Level, name: string, value: unknown): Edit => ({ at, key: tstr(name), value: item(value) })
const drop = (at: Level, name: string): Edit => ({ at, key: tstr(name) })
const { v } = samples.vaccination
const { t } = samples.test
const { r } = samples.recovery

/** The outcome in each profile. */
async function both(...edits: readonly Edit[]): Promise<readonly [eu: string, strict: string]> {
  const text = await forge({ payload: payloadWith(...edits) })
  return [await judge(text), await judge(text, { profile: 'strict' })]
}

describe('one event and no more', () => {
  it.each<[string, readonly Edit[]]>([
    ['none', [drop('dcc', 'v')]],
    ['an empty group', [set('dcc', 'v', [])]],
    ['two vaccinations', [set('dcc', 'v', [...v, ...v])]],
    ['a vaccination and a recovery', [set('dcc', 'r', r)]],
    ['a vaccination and a test', [set('dcc', 't', t)]],
    ['all three', [set('dcc', 't', t), set('dcc', 'r', r)]],
    ['three empty groups', [set('dcc', 'v', []), set('dcc', 't', []), set('dcc', 'r', [])]],
    [
      'a thousand vaccinations',
      [
        set(
          'dcc',
          'v',
          Array.from({ length: 1000 }, () => 0),
        ),
      ],
    ],
    ['an event that is no map', [set('dcc', 'v', ['x'])]],
    ['a group that is no list', [set('dcc', 'v', v[0])]],
  ])('%s is refused', async (_, edits) => {
    expect(await both(...edits)).toEqual(['dcc.schema', 'dcc.schema'])
  })
})

describe('what real issuers write', () => {
  it.each<[string, Edit, string]>([
    ['null for the other groups (BG)', set('dcc', 't', null), 'dcc.schema'],
    ['null for a field', set('event', 'is', v[0].is), 'accepted'],
    ['a field of their own (MY, BJ)', set('dcc', 'pid', 'B1234567'), 'dcc.schema'],
    ['a map of their own (SG)', set('dcc', 'meta', { reference: 'x', list: [1, { deep: true }] }), 'dcc.schema'],
    ['an untrimmed text', set('event', 'ma', ' ORG-100030215\u00A0'), 'dcc.schema'],
    ['no date of birth', set('dcc', 'dob', ''), 'accepted'],
    ['a year of birth', set('dcc', 'dob', '1979'), 'accepted'],
    ['a month of birth', set('dcc', 'dob', '1979-04'), 'accepted'],
    ['a birth with its time (BG)', set('dcc', 'dob', '1979-04-14T00:00:00'), 'dcc.schema'],
    ['a date with its time', set('event', 'dt', '2021-09-14T00:00:00Z'), 'dcc.schema'],
    ['no fnt (MY)', drop('nam', 'fnt'), 'accepted'],
    ['a filler in the name (MT)', set('nam', 'fn', 'MARK<THOMAS'), 'accepted'],
    ['an apostrophe in front (NL)', set('nam', 'fn', "'t Achternaam"), 'accepted'],
    ['a name in pieces (NFD)', set('nam', 'fn', 'Đỗ'.normalize('NFD')), 'accepted'],
    [
      'an identifier of their own form',
      set('event', 'ci', '01DE/00000/1119349007/F4G7014KQQ2XD0NY8FJHSTDXZ'),
      'accepted',
    ],
    ['a wrong check character', set('event', 'ci', 'URN:UVCI:01:VN:0123456789ABCDEF#0'), 'accepted'],
    ['a product nobody knows', set('event', 'mp', 'EU/9/99/9999'), 'accepted'],
    ['a dose 0', set('event', 'dn', 0), 'dcc.schema'],
    ['81 characters', set('event', 'is', 'x'.repeat(81)), 'dcc.schema'],
    ['80 characters', set('event', 'is', 'x'.repeat(80)), 'accepted'],
  ])('%s: eu accepts', async (_, edit, strict) => {
    expect(await both(edit)).toEqual(['accepted', strict])
  })

  it.each([
    '2022-05-30T08:00:00.123Z',
    '2022-05-30T08:00:00.123456Z',
    '2022-05-30T08:00:00+02:00',
    '2022-05-30T08:00:00Z',
  ])('the sampling time %s, tagged or not', async (sc) => {
    const group = (value: string): string => `81${item(t[0]).replace(tstr('sc') + tstr(t[0].sc), tstr('sc') + value)}`
    const test = (value: string): Edit[] => [drop('dcc', 'v'), { at: 'dcc', key: tstr('t'), value: group(value) }]
    expect(await both(...test(tstr(sc)))).toEqual(['accepted', 'accepted'])
    expect(await both(...test(`c0${tstr(sc)}`))).toEqual(['accepted', 'claims.shape'])
  })

  it.each<[string, Edit]>([
    ['no name at all', set('dcc', 'nam', {})],
    ['a name that is a text', set('dcc', 'nam', 'NGUYEN')],
    ['a date of birth that is a number', set('dcc', 'dob', 1979)],
    ['no version', drop('dcc', 'ver')],
    ['no identifier', drop('event', 'ci')],
    ['513 characters', set('event', 'is', 'x'.repeat(513))],
    ['bytes for a text', set('event', 'is', new Uint8Array(3))],
    ['a list for a text', set('event', 'is', ['x'])],
    ['true for a dose number', set('event', 'dn', true)],
  ])('%s is too much', async (_, edit) => {
    expect(await both(edit)).toEqual(['dcc.schema', 'dcc.schema'])
  })
})

/** What a name must never do, wherever it is shown, stored or logged. */
const attacks: readonly string[] = [
  ...[
    '<img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    '</script><script>alert(1)</script>',
    '&lt;b&gt;',
    "' OR 1=1 --",
  ],
  ...[
    '$\x7b7*7}',
    '{{7*7}}',
    '%s%n',
    '=HYPERLINK("https://example.org")',
    '+1+1',
    '@SUM(A1)',
    '-2+3',
    '../../etc/passwd',
    'CON',
  ],
  ...[
    '\u202Enatsew',
    '\u2066a\u2069',
    'a\u200Db',
    'a\u200Bb',
    '\u0430dmin',
    'محمد',
    'A\0B',
    'a\r\nSet-Cookie: x=1',
    '\u001B[31mred',
  ],
  ...[`A${'\u0301'.repeat(500)}`, 'null', 'undefined', 'NaN', '__proto__', '\uFFFD', '😀', '\u{E0041}', '１２３'],
]

describe('a text that attacks', () => {
  it.each(attacks)('%j comes through as it is, and only as data', async (attack) => {
    for (const edit of [
      set('nam', 'fn', attack),
      set('event', 'is', attack),
      set('event', 'ci', attack),
      set('dcc', attack, attack),
    ]) {
      const text = await forge({ payload: payloadWith(edit) })
      const verdict = await verdictOn(text)
      if (verdict.kind !== 'accepted') throw new Error('not accepted')
      const { nam, v: events, ...rest } = verdict.dcc.claims.dcc
      const found = [nam.fn, events?.[0]?.is, events?.[0]?.ci, (rest as Record<string, unknown>)[attack]]
      expect(found).toContain(attack.trim())
      expect(JSON.stringify(verdict.checks)).toBe(JSON.stringify((await verdictOn(await plain)).checks))
    }
  })

  it.each(attacks)('%j is told in no refusal', async (attack) => {
    for (const edit of [
      set('nam', attack, 1),
      set('event', 'is', [attack]),
      set('dcc', attack, null),
      { at: 'dcc' as const, key: item([attack]), value: '00' },
    ]) {
      const text = await forge({ payload: payloadWith(edit, set('dcc', 'dob', [attack])) })
      for (const profile of ['eu', 'strict'] as const) {
        const verdict = await verdictOn(text, { profile })
        expect(verdict.kind).toBe('refused')
        expect(JSON.stringify(verdict)).not.toContain(JSON.stringify(attack).slice(1, -1))
      }
    }
  })

  it.each(attacks.filter((attack) => !/^(?:null|undefined|NaN|CON)$/.test(attack)))(
    '%j is not written into a certificate of ours without a passport',
    async (attack) => {
      const dose = { id: 'a', product: 'EU/1/20/1528', date: '2021-07-01', country: 'VN' }
      const person = { name: { fullName: `Lê ${attack}` }, birthDate: '1990-03-12' }
      const attempt = issue({ person, dose, timeline: [dose] }, authority(), { issuedAt: NOW })
      expect(await asyncCodeOf(attempt)).toBe('record.name')
    },
  )
})

const plain = forge({ payload: payloadWith() })
