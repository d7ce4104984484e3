import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCbor } from '../../src/cose/cbor-writer.ts'
import { writePayload } from '../../src/dcc/payload-writer.ts'
import type { Claims, Dcc } from '../../src/dcc/types.ts'
import { readWrittenPayload } from '../../src/dcc/written-payload.ts'
import { Fault } from '../../src/fault.ts'
import { codeOf } from '../faults.ts'
import { writeClaims } from './claims-map.ts'
import { everyDcc, vaccination, vaccinationDcc } from './sample-dcc.ts'

const claims: Claims = { iss: 'VN', iat: 1_660_000_000, exp: 1_690_000_000, dcc: vaccinationDcc }
const written = Uint8Array.from(writePayload(claims))

const codeOfDcc = (dcc: Dcc): string => codeOf(() => readWrittenPayload(writePayload({ ...claims, dcc }).slice()))

describe('a payload as it is written', () => {
  it.each(everyDcc)('is read', (dcc) => {
    expect(readWrittenPayload(writePayload({ ...claims, dcc }).slice())).toEqual({ ...claims, dcc })
  })

  it('is refused when any one byte is left out', () => {
    for (let at = 0; at < written.length; at += 1) {
      const shorter = Uint8Array.from([...written.subarray(0, at), ...written.subarray(at + 1)])
      expect(() => readWrittenPayload(shorter), String(at)).toThrow(Fault)
    }
  })

  it('reads two different ones never as the same', () => {
    const change = fc.tuple(fc.nat(written.length - 1), fc.integer({ min: 1, max: 255 }))
    fc.assert(
      fc.property(change, ([at, by]) => {
        const other = written.slice()
        other[at] = (other[at] ?? 0) ^ by
        try {
          expect(readWrittenPayload(other)).not.toEqual(claims)
        } catch (error) {
          if (!(error instanceof Fault)) throw error
        }
      }),
    )
  })

  it('holds no claim, document or field beside those of the certificate', () => {
    const more = writeClaims(claims).set(2, 'somebody')
    expect(codeOf(() => readWrittenPayload(writeCbor(more)))).toBe('claims.shape')
    const hcert = writeClaims(claims)
    hcert.set(-260, new Map([...(hcert.get(-260) as Map<number, never>), [5, [] as never]]))
    expect(codeOf(() => readWrittenPayload(writeCbor(hcert)))).toBe('claims.shape')
    const field = writeCbor(writeClaims({ ...claims, dcc: vaccinationDcc }).set(-260, { 1: { x: 1 } }))
    expect(codeOf(() => readWrittenPayload(field))).toBe('claims.shape')
  })

  it('stands in one order', () => {
    const turned = new Map([...writeClaims(claims)].reverse())
    expect(codeOf(() => readWrittenPayload(writeCbor(turned)))).toBe('claims.shape')
  })

  it('says what cannot be a certificate', () => {
    const twice = { ...vaccinationDcc, v: [vaccination, vaccination] }
    expect(codeOfDcc(twice)).toBe('dcc.schema')
    expect(codeOfDcc({ ...vaccinationDcc, nam: { fn: 'a\u0302', fnt: 'A' } })).toBe('dcc.schema')
    expect(codeOfDcc({ ...vaccinationDcc, v: [{ ...vaccination, co: 'ZZ' }] })).toBe('dcc.value-set')
    expect(codeOfDcc({ ...vaccinationDcc, v: [{ ...vaccination, ma: 'ORG-100001699' }] })).toBe('dcc.value-set')
  })
})
