import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { euBatches, type RevocationEntry, revocationFiles } from '../../../src/trust/publish/revocation/index.ts'
import type { ChunkSource } from '../../../src/trust/revocation/chunk-source.ts'
import type { RevocationSubject } from '../../../src/trust/revocation/revocation.ts'
import { countryUciHash, signatureHash, uciHash } from '../../../src/trust/revocation/revocation-hash.ts'
import { codeOf } from '../../faults.ts'
import { AT, KID, lookUp, OTHER_KID, publish, sourceOf, subject } from './published.ts'

const members = 50_000
const named = (index: number): typeof subject => ({ ...subject, ci: `URN:UVCI:01:VN:SAMPLE${index}` })
const byUci = (ci: string, kid?: Uint8Array): RevocationEntry => ({
  type: 'UCI',
  hash: uciHash(ci),
  ...(kid && { kid }),
})

describe('A list of 50,000 members', () => {
  const entries = Array.from({ length: members }, (_, index) => byUci(named(index).ci, KID))
  const published = publish(entries)
  const revocation = lookUp(published)

  it('finds every member, and nobody else among as many', () => {
    const wrong = { missed: 0, invented: 0 }
    for (let index = 0; index < 2 * members; index += 1) {
      const isMember = index < members
      if (revocation.isRevoked(named(index)) === isMember) continue
      if (isMember) wrong.missed += 1
      else wrong.invented += 1
    }
    expect(wrong).toEqual({ missed: 0, invented: 0 })
  })

  it('has a small index and no chunk larger than 64 KiB', () => {
    expect(published.body.length).toBeLessThan(1024)
    expect(published.files.size).toBe(16)
    expect(Math.max(...[...published.files.values()].map(({ length }) => length))).toBeLessThanOrEqual(65_536)
  })

  it('touches one chunk for one hash', () => {
    const asked: string[] = []
    const source: ChunkSource = {
      chunk(name) {
        asked.push(name)
        return published.files.get(name)
      },
    }
    lookUp(published, source).isRevoked(named(7))
    expect(asked).toHaveLength(1)
  })

  it('comes out the same whatever the order of its entries', () => {
    expect(publish(entries.toReversed())).toEqual(published)
  })
})

describe('What is revoked', () => {
  it('is found under each kind of hash, and under its own kid only', () => {
    const entries: RevocationEntry[] = [
      byUci(subject.ci, KID),
      { type: 'SIGNATURE', hash: signatureHash('ES256', subject.signature), kid: KID },
      { type: 'COUNTRYCODEUCI', hash: countryUciHash('VN', subject.ci), kid: KID },
    ]
    for (const entry of entries) {
      expect(lookUp(publish([entry])).isRevoked(subject)).toBe(true)
      expect(lookUp(publish([entry])).isRevoked({ ...subject, kid: OTHER_KID })).toBe(false)
    }
    expect(publish(entries).members).toBe(3)
  })

  it('is found by the country of iss and by that of co', () => {
    const certificate = { ...subject, issuer: 'SM', country: 'VN' }
    for (const [country, found] of [
      ['SM', true],
      ['VN', true],
      ['TH', false],
    ] as const) {
      const list = publish([{ type: 'COUNTRYCODEUCI', hash: countryUciHash(country, subject.ci), kid: KID }])
      expect(lookUp(list).isRevoked(certificate)).toBe(found)
    }
  })

  it('is found whoever signed where the kid is not known', () => {
    const list = lookUp(publish([byUci(subject.ci), byUci('other', OTHER_KID)]))
    expect(list.isRevoked(subject)).toBe(true)
    expect(list.isRevoked({ ...subject, kid: OTHER_KID })).toBe(true)
    expect(list.isRevoked({ ...subject, kid: new Uint8Array(3) })).toBe(true)
    expect(list.isRevoked({ ...subject, ci: 'another' })).toBe(false)
  })

  it('is everything of a signer that is revoked as a whole', () => {
    const published = publish([{ type: 'SIGNER', kid: KID }, byUci('any', KID)])
    expect(published.files.size).toBe(0)
    expect(lookUp(published).isRevoked(subject)).toBe(true)
    expect(lookUp(published).isRevoked({ ...subject, kid: OTHER_KID })).toBe(false)
  })

  it('is found in RSA signatures as a whole', () => {
    const signature = new Uint8Array(256).fill(3)
    const pss: RevocationSubject = { ...subject, algorithm: 'PS256', signature }
    const list = lookUp(publish([{ type: 'SIGNATURE', hash: signatureHash('PS256', signature), kid: KID }]))
    expect(list.isRevoked(pss)).toBe(true)
    expect(list.isRevoked({ ...pss, signature: signature.with(200, 0) })).toBe(false)
  })

  it('cannot be slipped past with a padded signature', () => {
    const list = lookUp(publish([{ type: 'SIGNATURE', hash: signatureHash('ES256', subject.signature), kid: KID }]))
    const { signature } = subject
    const padded = Uint8Array.of(0, ...signature.subarray(0, 32), 0, ...signature.subarray(32))
    expect(codeOf(() => list.isRevoked({ ...subject, signature: padded }))).toBe('cose.shape')
  })

  it('stays so until the day after its last one', () => {
    const today = Math.floor(AT.getTime() / 86_400_000)
    for (const [lastDay, found] of [
      [today, true],
      [today - 1, true],
      [today - 2, false],
    ] as const) {
      const published = publish([{ type: 'UCI', kid: KID, hash: uciHash(subject.ci), lastDay }])
      expect(lookUp(published).isRevoked(subject)).toBe(found)
    }
  })

  it('is nothing in an empty list, and nothing is hashed for it', () => {
    const unreadable = { ...subject, signature: new Uint8Array() }
    expect(lookUp(publish([])).isRevoked(unreadable)).toBe(false)
  })
})

describe('An entry that cannot be one', () => {
  const hash = uciHash('a')
  const entries: readonly (readonly [string, RevocationEntry])[] = [
    ['a kid of 7 bytes', { type: 'UCI', hash, kid: KID.subarray(1) }],
    ['a kid of zeros', { type: 'SIGNER', kid: new Uint8Array(8) }],
    ['a whole SHA-256', { type: 'UCI', hash: new Uint8Array(32) }],
    ['a last day that is no number', { type: 'UCI', hash, lastDay: Number.NaN }],
    ['half a day', { type: 'UCI', hash, lastDay: 0.5 }],
  ]

  it.each(entries)('is a TypeError: %s', (_, entry) => {
    expect(() => publish([entry])).toThrow(TypeError)
    expect(() => euBatches([entry], { country: 'VN', at: AT, lastDay: 1 })).toThrow(TypeError)
  })

  it('and so is a moment that is none: it would let everything expire', () => {
    const at = new Date(Number.NaN)
    expect(() => revocationFiles([byUci('a')], { at })).toThrow(TypeError)
    expect(() => euBatches([], { country: 'VN', at, lastDay: 1 })).toThrow(TypeError)
  })

  it('is a TypeError when more than 4,096 hashes begin with the same 16 bits', () => {
    const alike = Array.from({ length: 4097 }, (_, index): RevocationEntry => {
      return { type: 'UCI', kid: KID, hash: Uint8Array.of(0, 0, index >> 8, index, ...new Array<number>(12).fill(0)) }
    })
    expect(() => publish(alike)).toThrow(TypeError)
    expect(publish(alike.slice(1)).files.size).toBe(1)
  })
})

describe('A piece that cannot be had', () => {
  const published = publish([byUci(subject.ci, KID)])
  const [[name = '', chunk = new Uint8Array()] = []] = [...published.files]
  const sources: Record<string, () => unknown> = {
    'is not there': () => undefined,
    'is not there, later': async () => undefined,
    'is null': () => null,
    'is null, later': async () => null,
    'is damaged': () => chunk.with(3, (chunk[3] ?? 0) ^ 1),
    'is damaged, later': async () => chunk.with(15, (chunk[15] ?? 0) ^ 0x80),
    'is cut short': () => chunk.subarray(1),
    'is another one': () => new Uint8Array(16),
    'is empty': () => new Uint8Array(),
    'makes its source fail': () => {
      throw new TypeError('out of order')
    },
    'makes its source fail, later': () => Promise.reject(new TypeError('offline')),
  }

  it.each(Object.keys(sources))('that %s leaves the question open', async (why) => {
    const revocation = lookUp(published, { chunk: sources[why] as ChunkSource['chunk'] })
    await expect((async () => revocation.isRevoked(subject))()).rejects.toMatchObject({
      code: 'revocation.unavailable',
    })
  })

  it('matters not where another one says yes', async () => {
    const both = publish([byUci(subject.ci, KID), byUci(subject.ci)])
    expect(both.files.size).toBe(1)
    const two = publish([byUci(subject.ci, KID), { type: 'SIGNATURE', hash: new Uint8Array(16), kid: KID }])
    const only = { chunk: (wanted: string) => (wanted === name ? chunk : undefined) }
    expect(lookUp(two, only).isRevoked(subject)).toBe(true)
    expect(codeOf(() => lookUp(two, only).isRevoked({ ...subject, ci: 'other' }))).toBe('revocation.unavailable')
  })

  it('that comes later is waited for', async () => {
    const later = { chunk: async (wanted: string) => published.files.get(wanted) }
    const answer = lookUp(published, later).isRevoked(subject)
    expect(answer).toBeInstanceOf(Promise)
    expect(await answer).toBe(true)
    expect(await lookUp(published, later).isRevoked({ ...subject, ci: 'other' })).toBe(false)
  })
})

describe('Any set of members', () => {
  const hash = fc.uint8Array({ minLength: 16, maxLength: 16 })

  it('is found, and a set without them does not hold them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 40 }), fc.array(hash, { maxLength: 20 }), (cis, noise) => {
        const list = lookUp(
          publish([
            ...cis.slice(1).map((ci) => byUci(ci, KID)),
            ...noise.map((bytes) => ({ type: 'UCI', kid: KID, hash: bytes }) as const),
          ]),
        )
        for (const [index, ci] of cis.entries()) expect(list.isRevoked({ ...subject, ci })).toBe(index > 0)
      }),
      { numRuns: 60 },
    )
  })

  it('is never lost to a flipped bit: the piece is refused', () => {
    const published = publish(Array.from({ length: 20 }, (_, index) => byUci(named(index).ci, KID)))
    const [[, chunk = new Uint8Array()] = []] = [...published.files]
    fc.assert(
      fc.property(fc.nat(chunk.length * 8 - 1), fc.nat(40), (bit, index) => {
        const flipped = chunk.with(bit >> 3, (chunk[bit >> 3] as number) ^ (1 << (bit & 7)))
        const list = lookUp(published, sourceOf(new Map([...published.files.keys()].map((key) => [key, flipped]))))
        expect(codeOf(() => list.isRevoked(named(index)))).toBe('revocation.unavailable')
      }),
    )
  })
})
