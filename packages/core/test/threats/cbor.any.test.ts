import { describe, expect, it } from 'vitest'
import { readCbor } from '../../src/cose/cbor-reader.ts'
import { encodeBase45 } from '../../src/dcc/base45.ts'
import { deflate } from '../../src/dcc/deflate.ts'
import { writeText } from '../../src/dcc/text.ts'
import { bytes, repeat } from '../cose/hex.ts'
import { samples } from '../verify/world.ts'
import { compose, forge, HEADER, judge, sign, tstr, verdictOn } from './forge.ts'
import { type Edit, type Level, payloadWith } from './forged-payload.ts'

const { dob, nam } = samples.vaccination

/** What becomes of a payload with these changes that is rightly signed. */
async function signed(...edits: readonly Edit[]): Promise<string> {
  return judge(await forge({ payload: payloadWith(...edits) }))
}

/** The same with a field of the issuer's own, which `eu` looks through. */
const withField = (value: string): Promise<string> => signed({ at: 'dcc', key: tstr('x'), value })

/** What becomes of these bytes in the place of the COSE message. */
const asMessage = (message: Uint8Array): Promise<string> => judge(`HC1:${encodeBase45(deflate(message))}`)

describe('C1: nesting', () => {
  it('may reach 16 levels in a payload, whatever it is made of', async () => {
    // Claims, hcert and certificate are three of them.
    for (const [unit, tail] of [
      ['81', ''],
      ['a16161', ''],
      ['9f', 'ff'],
      ['bf6161', 'ff'],
    ] as const) {
      const nested = (levels: number) => `${unit.repeat(levels)}00${tail.repeat(levels)}`
      expect(await withField(nested(12))).toBe('accepted')
      expect(await withField(nested(13))).toBe('accepted')
      for (const levels of [14, 15, 100, 3000]) expect(await withField(nested(levels))).toBe('claims.shape')
    }
  })

  it.each(['81', 'a100', 'd2', '9f', 'bf00', 'd83d'])('of %s in place of a message is refused', async (unit) => {
    for (const times of [16, 17, 10_000]) expect(await asMessage(repeat(unit, times, '00'))).toBe('cose.shape')
  })
})

describe('C2: lengths beyond the input', () => {
  const widths = ['18ff', '19ffff', '1affffffff', '1b7fffffffffffffff', '1bffffffffffffffff', '1b0000000100000000']
  const heads = [0x40, 0x60, 0x80, 0xa0].flatMap((major) =>
    widths.map((width) => (major | Number.parseInt(width.slice(0, 2), 16)).toString(16) + width.slice(2)),
  )

  it.each(heads)('%s is refused as a message, as a header and in a signed payload', async (head) => {
    expect(await asMessage(bytes(head))).toBe('cose.shape')
    expect(await judge(await forge({ header: head, payload: payloadWith() }))).toBe('cose.shape')
    expect(await judge(await forge({ payload: head }))).toBe('claims.shape')
    expect(await withField(head)).toBe('claims.shape')
  })

  it('a chain of them, each true for the bytes that follow, ends at the depth', async () => {
    const chain = Array.from({ length: 600 }, (_, n) => `9a${(5 * (599 - n)).toString(16).padStart(8, '0')}`)
    expect(await asMessage(bytes(chain.join('')))).toBe('cose.shape')
  })
})

describe('C3: indefinite lengths', () => {
  const [iss, name] = [tstr('VN').slice(2), tstr(nam.fn ?? '')]

  it('are read in payloads', async () => {
    const chunked: Edit[] = [
      { at: 'claims', key: '01', value: `7f 61${iss.slice(0, 2)} 61${iss.slice(2)} ff` },
      { at: 'nam', key: tstr('fn'), value: `7f ${name} ff` },
      { at: 'dcc', key: tstr('x'), value: '9f bf 6161 01 ff 5f 4101 4102 ff ff' },
    ]
    const payload = payloadWith(...chunked)
    const open = `${payload.replace(/^a4/, 'bf')}ff`
    for (const text of [await forge({ payload }), await forge({ payload: open })]) {
      expect(await verdictOn(text)).toMatchObject({ kind: 'accepted', dcc: { claims: { iss: 'VN', dcc: { nam } } } })
    }
  })

  it.each(['7f 4163 ff', '7f 61c3 61a9 ff', '5f 6161 ff', '7f 7f 6161 ff ff', '9f', 'bf 6161 ff', '7f 6161'])(
    '%s is refused',
    async (value) => {
      expect(await withField(value.replaceAll(' ', ''))).toBe('claims.shape')
    },
  )

  it('are refused around and in the headers of a message', async () => {
    const parts = await sign({ payload: payloadWith() })
    expect(await judge(compose({ ...parts, head: 'd29f', signature: `${parts.signature}ff` }))).toBe('cose.shape')
    expect(await judge(compose({ ...parts, unprotected: 'bfff' }))).toBe('cose.shape')
    expect(await judge(await forge({ header: `bf${HEADER.slice(2)}ff`, payload: payloadWith() }))).toBe('cose.shape')
  })
})

describe('C4, C5: keys', () => {
  const keys: readonly (readonly [Level, string])[] = [
    ['claims', '06'],
    ['hcert', '01'],
    ['dcc', tstr('dob')],
    ['nam', tstr('fn')],
    ['event', tstr('dn')],
  ]
  const spellings = (key: string): string[] =>
    key.length === 2
      ? [key, `18${key}`, `1900${key}`, `1a000000${key}`, `1b00000000000000${key}`]
      : [key, `78${(key.length / 2 - 1).toString(16).padStart(2, '0')}${key.slice(2)}`, `7f${key}ff`]

  it.each(keys)('that stand twice in %s, in any spelling and order, are refused', async (at, key) => {
    for (const other of spellings(key)) {
      expect(await signed({ at, key: other, value: '00', twice: true }), other).toBe('claims.shape')
      expect(await signed({ at, key }, { at, key: other, value: '00' }, { at, key, value: '01', twice: true })).toBe(
        'claims.shape',
      )
    }
  })

  it.each(['f93c00', 'f4', 'f6', 'f7', '4101', '80', 'a0', 'c06161'])('%s is none', async (key) => {
    for (const [at] of keys) expect(await signed({ at, key, value: '00' })).toBe('claims.shape')
  })

  it('1 and "1" are two: a text key shadows no claim', async () => {
    const shadows = ['1', '4', '6', '-260'].map((label): Edit => ({ at: 'claims', key: tstr(label), value: '00' }))
    const verdict = await verdictOn(await forge({ payload: payloadWith(...shadows) }))
    expect(verdict).toMatchObject({ kind: 'accepted', dcc: { claims: { iss: 'VN', exp: 1_682_899_200 } } })
  })
})

describe('C6: CBOR that is legal and not the shortest', () => {
  it('is accepted, since the signature is over the bytes as they came', async () => {
    const longHeads = payloadWith({ at: 'event', key: tstr('dn'), value: '190002' }).replace(/^a4/, 'b90004')
    expect(await judge(await forge({ payload: longHeads }))).toBe('accepted')
    for (const header of ['a2 1801 3806 04 48 0102030405060708', 'b90002 04 5808 0102030405060708 01 26']) {
      expect(await judge(await forge({ header: header.replaceAll(' ', ''), payload: longHeads }))).toBe('accepted')
    }
    const parts = await sign({ payload: longHeads, head: 'd8129804' })
    expect(await judge(compose(parts))).toBe('accepted')
  })
})

describe('C9: names that mean something to JavaScript', () => {
  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])('%s is a name', async (name) => {
    const value = `a1 ${tstr('polluted')} f5`.replaceAll(' ', '')
    const everywhere = (['dcc', 'nam', 'event'] as const).map((at): Edit => ({ at, key: tstr(name), value }))
    const verdict = await verdictOn(await forge({ payload: payloadWith(...everywhere) }))
    if (verdict.kind !== 'accepted') throw new Error('not accepted')
    const merged = Object.assign({}, structuredClone(verdict.dcc.claims.dcc), { again: { ...verdict.dcc.claims.dcc } })
    expect(merged.dob).toBe(dob)
    expect('polluted' in {} || 'polluted' in Object || 'polluted' in Object.prototype).toBe(false)
    expect(await judge(await forge({ payload: payloadWith(...everywhere) }), { profile: 'strict' })).toBe('dcc.schema')
  })
})

describe('C10: text that is not UTF-8', () => {
  it.each(['62c328', '62c080', '63eda080', '64f5808080', '61ff', '62e282', '7f61c361a9ff'])(
    '%s is refused wherever it stands',
    async (text) => {
      expect(await signed({ at: 'nam', key: tstr('fn'), value: text })).toBe('claims.shape')
      expect(await signed({ at: 'dcc', key: text, value: '00' })).toBe('claims.shape')
    },
  )

  it('every two bytes are text exactly where RFC 3629 says so', () => {
    for (let pair = 0; pair < 0x10000; pair++) {
      const [first, second] = [pair >> 8, pair & 0xff]
      const ascii = first < 0x80 && second < 0x80
      const letter = first >= 0xc2 && first <= 0xdf && second >= 0x80 && second <= 0xbf
      if (isText(Uint8Array.of(0x62, first, second)) !== (ascii || letter)) throw new Error(`wrong at ${pair}`)
    }
  })

  function isText(item: Uint8Array): boolean {
    try {
      return typeof readCbor(item, { code: 'claims.shape' }) === 'string'
    } catch {
      return false
    }
  }
})

describe('C12, C14: too little and too much', () => {
  it('every prefix is refused: of the message, of the header, of the payload', async () => {
    const payload = payloadWith().replaceAll(' ', '')
    const header = HEADER.replaceAll(' ', '')
    const { head, protected: p, unprotected, payload: q, signature } = await sign({ payload })
    const message = bytes([head, p, unprotected, q, signature].join(''))
    for (let end = 0; end < message.length; end++)
      expect(await judge(writeText(message.subarray(0, end)))).toBe('cose.shape')
    for (let end = 2; end < header.length; end += 2) {
      expect(await judge(await forge({ header: header.slice(0, end), payload }))).toBe('cose.shape')
    }
    for (let end = 2; end < payload.length; end += 2) {
      expect(await judge(await forge({ payload: payload.slice(0, end) }))).toBe('claims.shape')
    }
  })

  it('a byte behind is refused: of the message, of the header, of the payload', async () => {
    const parts = await sign({ payload: payloadWith() })
    expect(await judge(compose({ ...parts, signature: `${parts.signature}00` }))).toBe('cose.shape')
    expect(await judge(await forge({ header: `${HEADER}00`, payload: payloadWith() }))).toBe('cose.shape')
    expect(await judge(await forge({ payload: `${payloadWith()}00` }))).toBe('claims.shape')
  })

  it('4,096 items are the end', async () => {
    const zeros = (count: number) => `99${count.toString(16).padStart(4, '0')}${'00'.repeat(count)}`
    expect(await withField(zeros(4000))).toBe('accepted')
    expect(await withField(zeros(4096))).toBe('claims.shape')
    expect(await asMessage(bytes(zeros(4096)))).toBe('cose.shape')
  })
})

describe('C13: nothing, in its many forms', () => {
  const nothings: readonly Edit[] = [
    { at: 'dcc', key: tstr('t'), value: 'f6' },
    { at: 'dcc', key: tstr('r'), value: 'f7' },
    { at: 'nam', key: tstr('gnt'), value: 'f6' },
  ]

  it.each(nothings)('null and undefined are absent for eu, wrong for strict: $key', async (edit) => {
    const text = await forge({ payload: payloadWith(edit) })
    expect(await judge(text)).toBe('accepted')
    expect(await judge(text, { profile: 'strict' })).toBe('dcc.schema')
  })

  it.each(['f6', 'f7'])('%s is no event, no certificate and no claim', async (value) => {
    expect(await signed({ at: 'dcc', key: tstr('v'), value })).toBe('dcc.schema')
    expect(await signed({ at: 'hcert', key: '01', value })).toBe('claims.shape')
    for (const key of ['01', '04', '06']) expect(await signed({ at: 'claims', key, value })).toBe('claims.shape')
  })

  it.each(['e0', 'f0', 'f3', 'f800', 'f8ff', 'fc', 'ff'])('the simple value %s is refused', async (value) => {
    expect(await withField(value)).toBe('claims.shape')
  })
})
