import { sha256 } from '@noble/hashes/sha2.js'
import { describe, expect, it } from 'vitest'
import { writeBase64 } from '../../../../src/trust/base64.ts'
import {
  type EuMode,
  type EuSigner,
  readEuPartitions,
  readEuSigners,
} from '../../../../src/trust/revocation/eu/eu-lists.ts'
import { euRevocation } from '../../../../src/trust/revocation/eu/eu-revocation.ts'
import type { SliceForm } from '../../../../src/trust/revocation/eu/slice.ts'
import { countryUciHash, signatureHash, uciHash } from '../../../../src/trust/revocation/revocation-hash.ts'
import { hex } from '../../../cose/hex.ts'
import { asyncCodeOf, codeOf } from '../../../faults.ts'
import { AT, KID, OTHER_KID, sourceOf, subject } from '../published.ts'
import { bloomFilter, hashList } from './written-slices.ts'

const digits: Readonly<Record<EuMode, number>> = { POINT: 0, VECTOR: 1, COORDINATE: 2 }
const LATER = '2022-06-02T00:00Z'

/** One signer as the distribution service has it, with each hash in the slice where its digits put it. */
function served(mode: EuMode, form: SliceForm, hashes: readonly Uint8Array[], expires = LATER) {
  const files = new Map<string, Uint8Array>()
  const partitions = hashes.map((hash) => {
    const slice =
      form === 'BLOOMFILTER'
        ? bloomFilter([hash], { hashes: 40, words: 4 })
        : hashList([hash], { size: 8, badly: true })
    const name = hex(sha256(slice))
    files.set(name, slice)
    const id = hex(hash).slice(0, digits[mode]) || null
    const chunk = hex(hash).charAt(digits[mode])
    return {
      kid: writeBase64(KID),
      id,
      x: null,
      y: null,
      lastUpdated: LATER,
      chunks: { [chunk]: { [expires]: { type: form, version: '1.0', hash: name } } },
    }
  })
  const [signer] = readEuSigners([
    { kid: writeBase64(KID), mode, hashTypes: ['UCI', 'SIGNATURE', 'COUNTRYCODEUCI'], expires, lastUpdated: LATER },
  ])
  return { list: { ...(signer as EuSigner), slices: readEuPartitions(partitions) }, files }
}

const modes: readonly EuMode[] = ['POINT', 'VECTOR', 'COORDINATE']
const forms: readonly SliceForm[] = ['BLOOMFILTER', 'VARHASHLIST']
const everyWay = modes.flatMap((mode) => forms.map((form) => [mode, form] as const))

describe.each(everyWay)('Slices of a %s in the form %s', (mode, form) => {
  it('hold what is revoked, under each kind of hash', () => {
    for (const hash of [
      uciHash(subject.ci),
      signatureHash('ES256', subject.signature),
      countryUciHash('VN', subject.ci),
    ]) {
      const { list, files } = served(mode, form, [hash])
      const revocation = euRevocation([list], sourceOf(files), AT)
      expect(revocation.isRevoked(subject)).toBe(true)
      expect(revocation.isRevoked({ ...subject, kid: OTHER_KID })).toBe(false)
    }
  })

  it('are asked of every signer where nobody knew who had signed', () => {
    const { list, files } = served(mode, form, [uciHash(subject.ci)])
    const [unknown] = readEuSigners([{ kid: 'UNKNOWN_KID', mode, hashTypes: ['UCI'] }])
    const revocation = euRevocation([{ ...list, ...(unknown as EuSigner) }], sourceOf(files), AT)
    for (const kid of [subject.kid, OTHER_KID]) expect(revocation.isRevoked({ ...subject, kid })).toBe(true)
    expect(revocation.isRevoked({ ...subject, ci: 'other' })).toBe(false)
  })

  it('are asked by the digits of the hash: one slice at most for each', () => {
    const cis = Array.from({ length: 40 }, (_, index) => `sample ${index}`)
    const { list, files } = served(mode, form, cis.map(uciHash))
    const revocation = euRevocation([{ ...list, hashTypes: ['UCI'] }], sourceOf(files), AT)
    for (const ci of cis) expect(revocation.isRevoked({ ...subject, ci })).toBe(true)
    const others = cis.filter((ci) => revocation.isRevoked({ ...subject, ci: `${ci}!` }))
    expect(others).toEqual([])
  })
})

describe('Slices of the EU', () => {
  const { list, files } = served('VECTOR', 'VARHASHLIST', [uciHash(subject.ci)])
  const [name = ''] = [...files.keys()]

  it('that are missing, damaged or exchanged leave the question open', async () => {
    const other = hashList([], { size: 8, badly: true })
    for (const bytes of [undefined, other, files.get(name)?.with(-1, 1)]) {
      expect(codeOf(() => euRevocation([list], { chunk: () => bytes }, AT).isRevoked(subject))).toBe(
        'revocation.unavailable',
      )
      const later = euRevocation([list], { chunk: async () => bytes }, AT).isRevoked(subject)
      expect(await asyncCodeOf(later as Promise<boolean>)).toBe('revocation.unavailable')
    }
  })

  it('that cannot be read, though their hash is right, leave it open too', () => {
    const junk = new Uint8Array(30)
    const slices = list.slices.map((entry) => ({ ...entry, sha256: hex(sha256(junk)) }))
    expect(codeOf(() => euRevocation([{ ...list, slices }], { chunk: () => junk }, AT).isRevoked(subject))).toBe(
      'revocation.unavailable',
    )
  })

  it('are not asked where no slice is for the digits of a hash', () => {
    const nobody = euRevocation([{ ...list, hashTypes: ['SIGNATURE'] }], { chunk: () => undefined }, AT)
    expect(nobody.isRevoked(subject)).toBe(false)
  })

  it('that lie where their mode does not look are refused, and so is a signer that stands there twice', () => {
    for (const other of [
      { ...list, mode: 'POINT' },
      { ...list, mode: 'COORDINATE' },
    ] as const) {
      expect(codeOf(() => euRevocation([other], sourceOf(files), AT))).toBe('list.shape')
    }
    expect(codeOf(() => euRevocation([list, list], sourceOf(files), AT))).toBe('list.shape')
  })

  it('are not asked once they have expired', () => {
    expect(euRevocation([list], sourceOf(new Map()), new Date('2022-06-02T00:00:00Z')).isRevoked(subject)).toBe(false)
    expect(() => euRevocation([list], sourceOf(files), new Date(Number.NaN))).toThrow(TypeError)
  })
})

describe('The lists of the distribution service', () => {
  const signer = { kid: writeBase64(KID), mode: 'POINT', hashTypes: ['UCI'] }
  const slice = { type: 'BLOOMFILTER', version: '1.0', hash: '00'.repeat(32) }
  const partition = { kid: writeBase64(KID), id: 'a', chunks: { f: { [LATER]: slice } } }

  it('name a signer in base64 or base64url', () => {
    for (const kid of ['+/8CAwQFBgc=', '-_8CAwQFBgc=', '-_8CAwQFBgc']) {
      expect(readEuSigners([{ ...signer, kid }])[0]?.kid).toEqual(Uint8Array.of(251, 255, 2, 3, 4, 5, 6, 7))
    }
  })

  it.each([
    ['no array', {}],
    ['no object', [7]],
    ['another mode', [{ ...signer, mode: 'AREA' }]],
    ['another hash', [{ ...signer, hashTypes: ['MD5'] }]],
    ['no hashes', [{ ...signer, hashTypes: 'UCI' }]],
    ['a kid of 7 bytes', [{ ...signer, kid: writeBase64(KID.subarray(1)) }]],
    ['no kid', [{ ...signer, kid: undefined }]],
  ])('are refused with %s', (_, json) => {
    expect(codeOf(() => readEuSigners(json))).toBe('list.shape')
  })

  it.each([
    ['a partition of three digits', { ...partition, id: 'abc' }],
    ['a partition in capitals', { ...partition, id: 'A' }],
    ['a chunk of two digits', { ...partition, chunks: { ab: { [LATER]: slice } } }],
    ['a path in place of a name', { ...partition, chunks: { a: { [LATER]: { ...slice, hash: '../../etc' } } } }],
    ['another form', { ...partition, chunks: { a: { [LATER]: { ...slice, type: 'CUCKOO' } } } }],
    ['no moment', { ...partition, chunks: { a: { soon: slice } } }],
    ['a moment that the calendar lacks', { ...partition, chunks: { a: { '2022-13-01T00:00:00Z': slice } } }],
    ['chunks that are an array', { ...partition, chunks: [] }],
    ['a slice that is none', { ...partition, chunks: { a: { [LATER]: null } } }],
  ])('are refused with %s in a partition', (_, json) => {
    expect(codeOf(() => readEuPartitions([json]))).toBe('list.shape')
  })

  it('may carry more than we use', () => {
    expect(readEuPartitions([{ ...partition, x: 'a', extra: 1 }])).toHaveLength(1)
    expect(readEuSigners([{ ...signer, extra: 1 }])).toHaveLength(1)
  })
})
