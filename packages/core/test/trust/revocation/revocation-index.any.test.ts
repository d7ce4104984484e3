import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCbor } from '../../../src/cose/cbor-writer.ts'
import { Fault } from '../../../src/fault.ts'
import { uciHash } from '../../../src/trust/revocation/revocation-hash.ts'
import { prefixOf, readRevocationIndex } from '../../../src/trust/revocation/revocation-index.ts'
import { codeOf } from '../../faults.ts'
import { KID, OTHER_KID, publish } from './published.ts'

const whole = (kid: Uint8Array, bits = 0) => Uint8Array.of(...kid, 0, bits)
const list = (kid: Uint8Array, type: number, bits = 0, members = 1, chunks = 2 ** bits) => {
  const row =
    members === 0 ? new Uint8Array(34) : Uint8Array.of(members >> 8, members & 255, ...new Uint8Array(32).fill(9))
  return Uint8Array.of(...kid, type, bits, ...Array.from({ length: chunks }, () => [...row]).flat())
}
const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))
const right = { format: 'vaxcert-revocation', version: 1, edition: 3, lists: new Uint8Array(), deltas: [] as unknown[] }
const read = (changes: object) => readRevocationIndex(writeCbor({ ...right, ...changes } as never))
const refusedAs = (changes: object) => codeOf(() => read(changes))

describe('The body of a revocation list', () => {
  it('is read', () => {
    const index = read({
      lists: joined(list(KID, 0x0a, 1, 4096), list(KID, 0x0b, 0, 0), whole(OTHER_KID)),
      deltas: [
        [1, new Uint8Array(32).fill(1)],
        [2, new Uint8Array(32).fill(2)],
      ],
    })
    expect(index.edition).toBe(3)
    expect(index.deltas).toEqual([
      { from: 1, sha256: '01'.repeat(32) },
      { from: 2, sha256: '02'.repeat(32) },
    ])
    const [own, other] = [...index.signers.values()]
    expect(own?.whole).toBe(false)
    expect(own?.lists.map(({ type, bits, chunks }) => [type, bits, chunks.map((chunk) => chunk?.members)])).toEqual([
      ['SIGNATURE', 1, [4096, 4096]],
      ['UCI', 0, [undefined]],
    ])
    expect(other).toEqual({ whole: true, lists: [] })
  })

  it('is what the publisher wrote', () => {
    const published = publish([
      { type: 'UCI', kid: KID, hash: uciHash('a') },
      { type: 'SIGNER', kid: OTHER_KID },
    ])
    const index = readRevocationIndex(published.body)
    expect(index.edition).toBe(1)
    expect([...index.signers.values()].map((signer) => signer.lists.length)).toEqual([1, 0])
  })

  it.each([
    ['another format', { format: 'vaxcert-rules' }],
    ['another version', { version: 2 }],
    ['edition 0', { edition: 0 }],
    ['an edition that is a text', { edition: '3' }],
    ['a member too many', { more: 1 }],
    ['lists that are a text', { lists: 'x' }],
    ['no lists', { lists: undefined }],
    ['a delta from nowhere', { deltas: [[0, new Uint8Array(32)]] }],
    ['a delta that leaves a gap', { deltas: [[1, new Uint8Array(32)]] }],
    ['a delta of the wrong length', { deltas: [[2, new Uint8Array(31)]] }],
    ['a delta without hash', { deltas: [[2]] }],
    ['too many deltas', { edition: 99, deltas: Array.from({ length: 17 }, (_, i) => [82 + i, new Uint8Array(32)]) }],
    ['a list twice', { lists: joined(list(KID, 0x0b), list(KID, 0x0b)) }],
    ['lists out of order', { lists: joined(list(KID, 0x0b), list(KID, 0x0a)) }],
    ['signers out of order', { lists: joined(whole(OTHER_KID), whole(KID)) }],
    ['an unknown type', { lists: list(KID, 0x0d) }],
    ['too many bits', { lists: list(KID, 0x0b, 17, 1, 1) }],
    ['too few chunks', { lists: list(KID, 0x0b, 2, 1, 3) }],
    ['a chunk too large', { lists: list(KID, 0x0b, 0, 4097) }],
    ['an empty chunk with a hash', { lists: list(KID, 0x0b, 0, 0).with(20, 1) }],
    ['bits of a whole signer', { lists: whole(KID, 1) }],
    ['every signer as a whole', { lists: whole(new Uint8Array(8)) }],
    ['a list cut short', { lists: list(KID, 0x0b).subarray(0, -1) }],
    ['a byte behind the lists', { lists: joined(list(KID, 0x0b), Uint8Array.of(0)) }],
  ])('is refused with %s', (_, changes) => {
    expect(refusedAs(changes)).toBe('list.shape')
  })

  it('never makes anything but a Fault out of any bytes', () => {
    const { body } = publish([{ type: 'UCI', kid: KID, hash: uciHash('a') }])
    const readAny = (bytes: Uint8Array) => {
      try {
        readRevocationIndex(bytes)
      } catch (error) {
        expect(error).toBeInstanceOf(Fault)
      }
    }
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), readAny))
    fc.assert(fc.property(fc.nat(body.length - 1), fc.nat(255), (at, byte) => readAny(body.with(at, byte))))
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (lists) => readAny(writeCbor({ ...right, lists } as never))),
    )
  })
})

describe('The leading bits of a hash', () => {
  it('are as many as asked for', () => {
    const hash = Uint8Array.of(0b1010_0001, 0b1000_0011)
    expect([0, 1, 3, 8, 9, 16].map((bits) => prefixOf(hash, bits))).toEqual([0, 1, 0b101, 0xa1, 0x143, 0xa183])
  })
})
