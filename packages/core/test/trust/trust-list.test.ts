import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Fault } from '../../src/fault.ts'
import type { DocumentSigner } from '../../src/trust/document-signer.ts'
import { MAX_CANDIDATES, MAX_SIGNERS, readTrustList, trustList, writeTrustList } from '../../src/trust/trust-list.ts'

const refused = expect.objectContaining({ name: 'Fault', code: 'list.shape' })

function spkiOf(key: { publicKey: { export(as: { type: 'spki'; format: 'der' }): Buffer } }): Uint8Array {
  return Uint8Array.from(key.publicKey.export({ type: 'spki', format: 'der' }))
}

const ecSpki = spkiOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }))
const rsaSpki = spkiOf(generateKeyPairSync('rsa', { modulusLength: 2048 }))

function signerOf(fields: Partial<DocumentSigner> = {}): DocumentSigner {
  return {
    kid: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8),
    spki: ecSpki,
    algorithm: 'ES256',
    country: 'VN',
    usages: ['vaccination', 'test', 'recovery'],
    notBefore: 1_617_235_200,
    notAfter: 2_090_620_800,
    ...fields,
  }
}

describe('finding signers', () => {
  it('gives every signer with the kid, in the order of the list', () => {
    const [french, vietnamese] = [signerOf({ country: 'FR' }), signerOf()]
    const other = signerOf({ kid: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 9) })
    expect(trustList([french, other, vietnamese]).candidates(french.kid)).toEqual([french, vietnamese])
    expect(trustList([vietnamese, other, french]).candidates(french.kid)).toEqual([vietnamese, french])
    expect(trustList([french, other]).candidates(other.kid)[0]).toBe(other)
  })

  it('gives none for an unknown kid and for one of another length', () => {
    const list = trustList([signerOf()])
    for (const kid of [[], [1, 2, 3], [1, 2, 3, 4, 5, 6, 7, 9], [1, 2, 3, 4, 5, 6, 7, 8, 0]]) {
      expect(list.candidates(Uint8Array.from(kid))).toEqual([])
    }
    expect(list.candidates(new Uint8Array(1_000_000))).toEqual([])
  })

  it('finds what a walk over the list finds', () => {
    const kid = fc.uint8Array({ minLength: 8, maxLength: 8, min: 254 })
    fc.assert(
      fc.property(fc.array(kid, { maxLength: 8 }), kid, (kids, wanted) => {
        const signers = kids.map((kid) => signerOf({ kid }))
        const found = signers.filter((signer) => signer.kid.every((byte, index) => byte === wanted[index]))
        expect(trustList(signers).candidates(wanted)).toEqual(found)
      }),
    )
  })

  it('names the other kids of a key, each once', () => {
    const [first, second, third] = [1, 2, 3].map((byte) => Uint8Array.of(byte, 2, 3, 4, 5, 6, 7, 8))
    const signers = [first, second, second, third].map((kid, index) => {
      return signerOf({ ...(kid && { kid }), spki: index === 3 ? rsaSpki : ecSpki })
    })
    const list = trustList(signers)
    expect(signers.map(list.otherKids)).toEqual([[second], [first], [first], []])
  })

  it('keeps eight signers of one kid and refuses a ninth', () => {
    const eight = Array.from({ length: MAX_CANDIDATES }, () => signerOf())
    expect(trustList(eight).candidates(signerOf().kid)).toHaveLength(8)
    expect(() => trustList([...eight, signerOf()])).toThrow(refused)
  })

  it('refuses a kid that is not 8 bytes long', () => {
    for (const length of [0, 7, 9]) {
      expect(() => trustList([signerOf({ kid: new Uint8Array(length) })])).toThrow(refused)
    }
  })

  it('refuses a validity that is none: a comparison with NaN would never end it', () => {
    for (const times of [{ notAfter: Number.NaN }, { notBefore: Number.NaN }, { notBefore: 2, notAfter: 1 }]) {
      expect(() => trustList([signerOf(times)])).toThrow(refused)
    }
  })

  it('does not follow the array it was made from', () => {
    const signers = [signerOf()]
    const list = trustList(signers)
    signers.pop()
    expect(list.signers).toHaveLength(1)
  })
})

describe('the list as JSON', () => {
  const signers = [
    signerOf({ usages: [] }),
    signerOf({ kid: new Uint8Array(8).fill(0xff), spki: rsaSpki, algorithm: 'PS256', country: 'XX', notBefore: -1 }),
    signerOf({ usages: ['recovery'], notAfter: 253_402_300_799 }),
  ]

  it('comes back as it was', () => {
    expect(readTrustList(JSON.parse(JSON.stringify(writeTrustList(signers)))).signers).toEqual(signers)
    expect(readTrustList(writeTrustList([])).signers).toEqual([])
  })

  it('writes times to the second and bytes in base64', () => {
    expect(writeTrustList([signerOf()])).toMatchObject({
      format: 'vaxcert-trust-list',
      version: 1,
      signers: [{ kid: 'AQIDBAUGBwg=', notBefore: '2021-04-01T00:00:00Z', notAfter: '2036-04-01T00:00:00Z' }],
    })
  })

  it('brings usages into one order', () => {
    const json = listWith({ usages: ['recovery', 'vaccination'] })
    expect(readTrustList(json).signers[0]?.usages).toEqual(['vaccination', 'recovery'])
  })

  const entry = writeTrustList([signerOf()]).signers[0]
  const listWith = (fields: object): unknown => ({ ...writeTrustList([]), signers: [{ ...entry, ...fields }] })
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

  it.each([
    ['a kid of 7 bytes', { kid: base64(new Uint8Array(7)) }],
    ['a kid of 9 bytes', { kid: base64(new Uint8Array(9)) }],
    ['a kid in base64url', { kid: '_________9k=' }],
    ['an empty kid', { kid: '' }],
    ['a number as kid', { kid: 12345678 }],
    ['an algorithm that is not the key’s', { algorithm: 'PS256' }],
    ['an algorithm unknown here', { algorithm: 'ES384' }],
    ['an RSA key under ES256', { spki: base64(rsaSpki) }],
    ['a P-384 key', { spki: base64(spkiOf(generateKeyPairSync('ec', { namedCurve: 'P-384' }))) }],
    ['an RSA-1024 key', { spki: base64(spkiOf(generateKeyPairSync('rsa', { modulusLength: 1024 }))) }],
    ['a key of a megabyte', { spki: 'A'.repeat(1_000_000) }],
    ['a country in small letters', { country: 'vn' }],
    ['a country of three letters', { country: 'VNM' }],
    ['a country with a line break', { country: 'VN\n' }],
    ['an unknown usage', { usages: ['vaccination', 'tests'] }],
    ['a usage twice', { usages: ['test', 'test'] }],
    ['a text as usages', { usages: 'test' }],
    ['an array with a hole', { usages: new Array(1) }],
    ['a time without zone', { notBefore: '2021-04-01T00:00:00' }],
    ['a time with an offset', { notBefore: '2021-04-01T00:00:00+07:00' }],
    ['a time with a fraction', { notBefore: '2021-04-01T00:00:00.5Z' }],
    ['a day the calendar does not have', { notBefore: '2021-02-30T00:00:00Z' }],
    ['a month the calendar does not have', { notBefore: '2021-13-01T00:00:00Z' }],
    ['a leap second', { notAfter: '2036-12-31T23:59:60Z' }],
    ['24:00', { notBefore: '2021-04-01T24:00:00Z' }],
    ['seconds as number', { notBefore: 1_617_235_200 }],
    ['an end before the start', { notAfter: '2021-03-31T23:59:59Z' }],
    ['a member more', { deleted: false }],
    ['a member less', { country: undefined }],
  ])('refuses %s', (_, fields) => {
    expect(() => readTrustList(JSON.parse(JSON.stringify(listWith(fields))))).toThrow(refused)
  })

  it.each([
    ['null', null],
    ['an array', [entry]],
    ['a text', 'vaxcert-trust-list'],
    ['another format', { ...writeTrustList([]), format: 'dsc-list' }],
    ['a later version', { ...writeTrustList([]), version: 2 }],
    ['a version as text', { ...writeTrustList([]), version: '1' }],
    ['no signers', { format: 'vaxcert-trust-list', version: 1 }],
    ['signers by name', { ...writeTrustList([]), signers: { 0: entry, length: 1 } }],
    ['a signer that is null', { ...writeTrustList([]), signers: [null] }],
    ['more signers than the world has', { ...writeTrustList([]), signers: new Array(MAX_SIGNERS + 1).fill(entry) }],
    ['members of a prototype', Object.create(writeTrustList([]))],
    ['__proto__ as a member', JSON.parse('{"__proto__":{},"format":"vaxcert-trust-list","version":1,"signers":[]}')],
  ])('refuses %s', (_, json) => {
    expect(() => readTrustList(json)).toThrow(refused)
  })

  it('gives a list or a Fault for any JSON', () => {
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom('ES256', 'VN', 'AQIDBAUGBwg=', '2021-04-01T00:00:00Z'))
    const member = fc.constantFrom(...Object.keys(entry ?? {}))
    fc.assert(
      fc.property(fc.dictionary(member, value), fc.jsonValue(), (fields, json) => {
        for (const hostile of [listWith(fields), json, { ...writeTrustList([]), signers: json }]) {
          expect(outcomeOf(() => readTrustList(hostile))).toMatch(/^(list|list\.shape)$/)
        }
      }),
    )
  })

  it('quotes nothing of the list in its Fault', () => {
    const secret = 'NGUYEN'
    for (const name of Object.keys(entry ?? {})) {
      expect(() => readTrustList(listWith({ [name]: secret }))).toThrow(/^(?!.*NGUYEN)/)
    }
  })
})

function outcomeOf(read: () => unknown): string {
  try {
    read()
    return 'list'
  } catch (error) {
    return error instanceof Fault ? error.code : 'another error'
  }
}
