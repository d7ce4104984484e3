import { sha256 } from '@noble/hashes/sha2.js'
import { describe, expect, it } from 'vitest'
import { type Denied, deniedId, denyList, readDenyList, writeDenyList } from '../../src/trust/deny-list.ts'
import { trustList } from '../../src/trust/trust-list.ts'
import { codeOf } from '../faults.ts'
import { holder, signerNamed } from './list-world.ts'

const kid = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)
const { spki } = holder('denied')
const entries: readonly Denied[] = [
  { kid, reason: 'withdrawn' },
  { key: sha256(spki), reason: 'key-compromised' },
]

describe('A deny list', () => {
  it('is read as it was written', () => {
    expect(readDenyList(JSON.parse(JSON.stringify(writeDenyList(entries)))).entries).toEqual(entries)
  })

  it('denies by kid and by key, and nothing else', () => {
    const list = denyList(entries)
    expect(list.deniesKid(kid)).toBe(true)
    expect(list.deniesKid(kid.subarray(1))).toBe(false)
    expect(list.deniesKid(new Uint8Array(8))).toBe(false)
    expect(list.deniesKid(new Uint8Array(0))).toBe(false)
    expect(list.deniesKey(spki)).toBe(true)
    expect(list.deniesKey(holder('other').spki)).toBe(false)
    expect(denyList([]).deniesKid(new Uint8Array(0))).toBe(false)
  })

  it('knows an entry by its kid or key, whatever the reason', () => {
    expect(deniedId({ kid })).toBe(deniedId({ ...entries[0], kid }))
    expect(new Set(entries.map(deniedId)).size).toBe(2)
  })

  const json = writeDenyList(entries)
  const [byKid, byKey] = json.denied
  it.each<[string, unknown]>([
    ['no object', []],
    ['another format', { ...json, format: 'vaxcert-trust-list' }],
    ['another version', { ...json, version: 2 }],
    ['a member too many', { ...json, more: 1 }],
    ['no array', { ...json, denied: {} }],
    ['an entry of neither', { ...json, denied: [{ reason: 'withdrawn' }] }],
    ['an entry of both', { ...json, denied: [{ ...byKid, ...byKey }] }],
    ['an entry without a reason', { ...json, denied: [{ kid: 'AQIDBAUGBwg=' }] }],
    ['a reason of free words', { ...json, denied: [{ ...byKid, reason: 'Because of him' }] }],
    ['a kid too short', { ...json, denied: [{ kid: 'AQIDBAUGBw==', reason: 'withdrawn' }] }],
    ['a key too short', { ...json, denied: [{ key: 'AQIDBAUGBwg=', reason: 'withdrawn' }] }],
    ['no base64', { ...json, denied: [{ kid: '????????????', reason: 'withdrawn' }] }],
    ['one kid twice', { ...json, denied: [byKid, { ...byKid, reason: 'other' }] }],
    ['null', null],
  ])('is refused: %s', (_, value) => {
    expect(codeOf(() => readDenyList(value))).toBe('list.shape')
  })
})

describe('A trust list', () => {
  const [good, bad, named] = [signerNamed('good'), signerNamed('denied'), signerNamed('by kid', { kid })] as const

  it('names denied signers, and says so', () => {
    const list = trustList([good, bad, named], denyList(entries))
    expect(list.signers.map(list.isDenied)).toEqual([false, true, true])
    expect(list.candidates(kid).map(list.isDenied)).toEqual([true])
    expect([list.isKidDenied(kid), list.isKidDenied(bad.kid)]).toEqual([true, false])
  })

  it('denies nobody without a deny list', () => {
    const list = trustList([good, bad, named])
    expect(list.signers.map(list.isDenied)).toEqual([false, false, false])
    expect(list.isKidDenied(kid)).toBe(false)
  })

  it('denies a key under every kid that it stands under, when one of them is denied', () => {
    const signers = [{ ...named, kid: bad.kid }, named, good]
    const list = trustList(signers, denyList([{ kid: named.kid, reason: 'compromised' }]))
    expect(signers.map(list.isDenied)).toEqual([true, true, false])
  })
})
