import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCbor } from '../../src/cose/cbor-writer.ts'
import { writePayload } from '../../src/dcc/payload-writer.ts'
import type { Claims, Dcc } from '../../src/dcc/types.ts'
import { writeClaims } from './claims-map.ts'
import { everyDcc, vaccination, vaccinationDcc } from './sample-dcc.ts'

const claims: Claims = { iss: 'VN', iat: 1_660_000_000, exp: 1_690_000_000, dcc: vaccinationDcc }

/** The same by cbor-x. */
function byCborX(what: Claims): Uint8Array {
  return Uint8Array.from(writeCbor(writeClaims(what)))
}

function shuffled<T extends object>(record: T, order: readonly number[]): T {
  const entries = Object.entries(record).map((entry, index) => ({ entry, key: order[index] ?? 0 }))
  return Object.fromEntries(entries.toSorted((left, right) => left.key - right.key).map(({ entry }) => entry)) as T
}

describe('the payload as written', () => {
  it.each(everyDcc)('is what cbor-x writes', (dcc) => {
    expect(writePayload({ ...claims, dcc })).toEqual(byCborX({ ...claims, dcc }))
  })

  it('is so for every set of claims', () => {
    const time = fc.option(fc.nat(2 ** 32 - 1), { nil: undefined })
    const some = fc.record({ iss: fc.option(fc.string(), { nil: undefined }), iat: time, exp: time, nbf: time })
    fc.assert(
      fc.property(some, (times) => {
        const what = { ...times, dcc: vaccinationDcc } as Claims
        expect(writePayload(what)).toEqual(byCborX(what))
      }),
    )
  })

  it('is so whatever the texts and numbers', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 })
    fc.assert(
      fc.property(text, text, fc.nat(2 ** 32 - 1), (fn, is, dn) => {
        const dcc: Dcc = { ...vaccinationDcc, nam: { fn, fnt: 'X' }, v: [{ ...vaccination, is, dn }] }
        expect(writePayload({ ...claims, dcc })).toEqual(byCborX({ ...claims, dcc }))
      }),
    )
  })

  it('does not depend on the order of the fields, nor on those the schema does not name', () => {
    const order = fc.array(fc.nat(), { minLength: 12, maxLength: 12 })
    const right = Uint8Array.from(writePayload(claims))
    fc.assert(
      fc.property(order, order, (outer, inner) => {
        const event = shuffled({ ...vaccination, pid: 'B1234567', extra: undefined }, inner)
        const dcc = shuffled({ ...vaccinationDcc, v: [event], t: undefined }, outer) as unknown as Dcc
        expect(writePayload({ ...claims, dcc })).toEqual(right)
      }),
    )
  })

  it('is never cut: a wrong call that makes it too long is a TypeError', () => {
    expect(() => writePayload({ ...claims, iss: 'V'.repeat(33_000) })).toThrow(TypeError)
    expect(writePayload(claims)).toEqual(byCborX(claims))
  })
})
