import { describe, expect, it } from 'vitest'
import { writeCbor } from '../../src/cose/cbor-writer.ts'
import { parseSign1, requireVerifiable, toBeSigned, writeSign1 } from '../../src/cose/sign1.ts'
import { codeOf } from '../faults.ts'
import { bytes, hex } from './hex.ts'

const KID = '44 0102030405060708'.replace('44', '48')
const PAYLOAD = '41 a0'
const SIGNATURE = `5840 ${'11'.repeat(64)}`
const ES256_KID = `4c a2 01 26 04 ${KID}`.replace('4c', '4d')

/** A message of four parts in hex, under the given tag bytes. */
const message = (parts: {
  tag?: string
  protected?: string
  unprotected?: string
  payload?: string
  signature?: string
}) =>
  bytes(
    [
      parts.tag ?? 'd2',
      '84',
      parts.protected ?? ES256_KID,
      parts.unprotected ?? 'a0',
      parts.payload ?? PAYLOAD,
      parts.signature ?? SIGNATURE,
    ].join(''),
  )
const codeOfMessage = (parts: Parameters<typeof message>[0]) =>
  codeOf(() => requireVerifiable(parseSign1(message(parts))))

describe('COSE_Sign1', () => {
  it('is read untagged, with tag 18 and with 61 around 18', () => {
    expect(parseSign1(message({ tag: '' })).tags).toEqual([])
    expect(parseSign1(message({})).tags).toEqual([18])
    expect(parseSign1(message({ tag: 'd812' })).tags).toEqual([18])
    expect(parseSign1(message({ tag: 'd83dd2' })).tags).toEqual([61, 18])
  })

  it('is refused under any other tags', () => {
    for (const tag of ['d83d', 'd2d2', 'd2d83d', 'd83dd83dd2', 'd862', 'd1', 'd0', 'd3', 'c0', 'd9d9f7d2']) {
      expect(codeOfMessage({ tag }), tag).toBe('cose.shape')
    }
  })

  it('is refused unless it is an array of four with bytes, map, bytes, bytes', () => {
    for (const hexes of ['83 40 a0 40', '85 40 a0 40 40 40', 'a0', '40', '9f 40 a0 40 40 ff']) {
      expect(
        codeOf(() => parseSign1(bytes(hexes))),
        hexes,
      ).toBe('cose.shape')
    }
    expect(codeOfMessage({ protected: 'a0' })).toBe('cose.shape')
    expect(codeOfMessage({ protected: '4180' })).toBe('cose.shape')
    expect(codeOfMessage({ protected: '42a000' })).toBe('cose.shape')
    expect(codeOfMessage({ protected: `590401${'00'.repeat(1025)}` })).toBe('cose.shape')
    expect(codeOfMessage({ unprotected: '80' })).toBe('cose.shape')
    expect(codeOfMessage({ payload: 'f6' })).toBe('cose.shape')
    expect(codeOfMessage({ payload: '40' })).toBe('cose.shape')
    expect(codeOfMessage({ signature: 'f6' })).toBe('cose.shape')
  })

  it('takes the algorithm from the protected bucket, and says when it stands unprotected only', () => {
    expect(parseSign1(message({}))).toMatchObject({ algorithm: { name: 'ES256' }, algorithmProtected: true })
    const unprotected = message({ protected: '40', unprotected: `a2 01 26 04 ${KID}` })
    expect(parseSign1(unprotected)).toMatchObject({ algorithm: { name: 'ES256' }, algorithmProtected: false })
    const ps256 = message({ protected: `4e a2 01 3824 04 ${KID}`, signature: `590100${'22'.repeat(256)}` })
    expect(requireVerifiable(parseSign1(ps256)).algorithm.name).toBe('PS256')
  })

  it('refuses every other algorithm, and none', () => {
    for (const algorithm of ['3822', '3823', '27', '05', '1903e7', '65 4553323536', '8126', 'f6']) {
      expect(codeOfMessage({ protected: '40', unprotected: `a2 01 ${algorithm} 04 ${KID}` })).toBe('cose.algorithm')
    }
    expect(codeOfMessage({ protected: '40' })).toBe('cose.algorithm')
  })

  it('can be looked at with any algorithm and any signature', () => {
    const rsa1024 = message({ protected: `4e a2 01 3824 04 ${KID}`, signature: `5880${'22'.repeat(128)}` })
    expect(parseSign1(rsa1024).signature).toHaveLength(128)
    expect(codeOf(() => requireVerifiable(parseSign1(rsa1024)))).toBe('cose.shape')
    expect(parseSign1(message({ protected: '44 a1013822' })).algorithm).toBeUndefined()
  })

  it('prefers the protected kid', () => {
    const other = '48 ffffffffffffffff'
    const both = parseSign1(message({ unprotected: `a1 04 ${other}` }))
    expect(hex(both.kid as Uint8Array)).toBe('0102030405060708')
    const alone = parseSign1(message({ protected: '43 a10126', unprotected: `a1 04 ${other}` }))
    expect(hex(alone.kid as Uint8Array)).toBe('ffffffffffffffff')
    expect(parseSign1(message({ protected: '43 a10126' })).kid).toBeUndefined()
  })

  it('refuses a kid that is not 8 bytes (EU test list CO25, CO26)', () => {
    for (const kid of ['40', '47 01020304050607', '49 010203040506070809', '68 3132333435363738', '01', 'f6']) {
      expect(codeOfMessage({ protected: '43 a10126', unprotected: `a1 04 ${kid}` }), kid).toBe('cose.shape')
    }
  })

  it('refuses critical header parameters in either bucket', () => {
    expect(codeOfMessage({ protected: '46 a20126 028101' })).toBe('cose.shape')
    expect(codeOfMessage({ unprotected: 'a1 02 80' })).toBe('cose.shape')
  })

  it('refuses duplicate header parameters', () => {
    expect(codeOfMessage({ protected: '45 a2 0126 0126' })).toBe('cose.shape')
    expect(codeOfMessage({ unprotected: 'a2 0126 180126' })).toBe('cose.shape')
  })

  it('puts up with other unprotected parameters, which nobody signed', () => {
    expect(() => parseSign1(message({ unprotected: 'a2 07 8343a1012640 4101 63666f6f a16162 80' }))).not.toThrow()
  })

  it.each([0, 1, 63, 65, 66, 70, 72, 96])('refuses an ES256 signature of %i bytes', (length) => {
    const head = length < 24 ? (0x40 | length).toString(16) : `58${length.toString(16).padStart(2, '0')}`
    expect(codeOfMessage({ signature: head + '30'.repeat(length) })).toBe('cose.shape')
  })

  it('keeps the bytes as they came, whatever their form', () => {
    const odd = message({ protected: `58 0f b9 0002 1801 26 04 ${KID}`.replace('58 0f', '58 10') })
    const parsed = parseSign1(odd)
    expect(hex(parsed.protectedBytes)).toBe(`b90002180126 04 ${KID}`.replaceAll(' ', ''))
    expect(hex(toBeSigned(parsed.protectedBytes, parsed.payload))).toBe(
      `84 6a 5369676e617475726531 50 b90002180126 04 ${KID} 40 41a0`.replaceAll(' ', ''),
    )
  })

  it('writes what it reads', () => {
    const header = writeCbor(
      new Map<number, number | Uint8Array>([
        [1, -7],
        [4, bytes('0102030405060708')],
      ]),
    )
    for (const size of [1, 23, 24, 255, 256, 5000]) {
      const payload = new Uint8Array(size).fill(7)
      const signature = new Uint8Array(64).fill(9)
      const parsed = parseSign1(writeSign1(header, payload, signature))
      expect(parsed.payload).toEqual(payload)
      expect(parsed.signature).toEqual(signature)
      expect(parsed.protectedBytes).toEqual(header)
    }
    expect(() => writeSign1(header, new Uint8Array(65_536), new Uint8Array(64))).toThrow(TypeError)
  })
})
