import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCbor } from '../../src/cose/cbor-reader.ts'
import type { CborValue } from '../../src/cose/cbor-value.ts'
import { writeCbor } from '../../src/cose/cbor-writer.ts'
import { readClaims } from '../../src/dcc/payload.ts'
import type { Claims, Profile } from '../../src/dcc/types.ts'
import { Fault } from '../../src/fault.ts'
import { codeOf } from '../faults.ts'
import { writeClaims } from './claims-map.ts'
import { everyDcc, vaccinationDcc } from './sample-dcc.ts'

const claims: Claims = { iss: 'VN', iat: 1_660_000_000, exp: 1_690_000_000, dcc: vaccinationDcc }

function payload(changes: readonly (readonly [number | string, CborValue])[] = []): CborValue {
  return new Map<number | string, CborValue>([...writeClaims(claims), ...changes] as [number, CborValue][])
}

function without(label: number): CborValue {
  const map = new Map(payload() as ReadonlyMap<number, CborValue>)
  map.delete(label)
  return map
}

function messageOf(value: CborValue, profile: Profile): string {
  try {
    readClaims(value, profile)
    return 'taken'
  } catch (error) {
    expect(error).toBeInstanceOf(Fault)
    return (error as Fault).message
  }
}

describe('writing claims', () => {
  it('keeps one order: iss, exp, iat, hcert, and the schema’s within', () => {
    const { iss, exp, iat, dcc } = claims
    const mixed = { dcc: { v: dcc.v ?? [], dob: dcc.dob, nam: { ...dcc.nam }, ver: dcc.ver }, iat, iss, exp } as Claims
    expect([...writeClaims(mixed).keys()]).toEqual([1, 4, 6, -260])
    expect(writeCbor(writeClaims(mixed))).toEqual(writeCbor(writeClaims(claims)))
    const written = (writeClaims(mixed).get(-260) as Map<number, Map<string, CborValue>>).get(1)
    expect([...(written?.keys() ?? [])]).toEqual(['ver', 'nam', 'dob', 'v'])
  })

  it('leaves out whatever is undefined, and fields the schema does not name', () => {
    const dcc = { ...vaccinationDcc, nam: { fnt: 'NGUYEN', gnt: undefined }, pid: 'B1234567', t: undefined }
    const written = writeClaims({ dcc, exp: undefined } as unknown as Claims)
    expect([...written.keys()]).toEqual([-260])
    expect((written.get(-260) as Map<number, Map<string, unknown>>).get(1)?.get('nam')).toEqual(
      new Map([['fnt', 'NGUYEN']]),
    )
  })

  it('writes nbf between exp and iat where there is one', () => {
    expect([...writeClaims({ ...claims, nbf: 1_660_000_000 }).keys()]).toEqual([1, 4, 5, 6, -260])
  })
})

describe.each(['eu', 'strict'] as const)('reading claims in profile %s', (profile) => {
  it.each(everyDcc)('gives back what was written', (dcc) => {
    const bytes = writeCbor(writeClaims({ ...claims, dcc }))
    expect(readClaims(readCbor(bytes, { code: 'claims.shape' }), profile)).toEqual({ ...claims, dcc })
  })

  it.each([null, undefined, 1, 'text', [], new Uint8Array(3)])('%j is no payload', (value) => {
    expect(codeOf(() => readClaims(value, profile))).toBe('claims.shape')
  })

  it.each([
    ['absent', without(-260)],
    ['under a text key', new Map([...(without(-260) as Map<number | string, CborValue>), ['-260', new Map()]])],
    ['null', payload([[-260, null]])],
    ['empty', payload([[-260, new Map()]])],
    ['a certificate of null alone', payload([[-260, new Map([[1, null]])]])],
    [
      'a certificate as a list, whatever is beside it',
      payload([
        [
          -260,
          new Map<number, CborValue>([
            [1, []],
            [-6, 'A'],
          ]),
        ],
      ]),
    ],
    ['with it under a text key', payload([[-260, new Map([['1', new Map()]])]])],
    ['a list', payload([[-260, [new Map()]]])],
  ])('an hcert claim that is %s is refused', (_, value) => {
    expect(messageOf(value, profile)).toBe('claims.shape: hcert')
  })

  it.each([4, 5, 6])('claim %i must be a time', (label) => {
    const bad = [null, '1660000000', Number.NaN, Number.POSITIVE_INFINITY, -1, -0.5, 2 ** 40, 1e300, true, [1]]
    for (const time of bad) expect(codeOf(() => readClaims(payload([[label, time]]), profile))).toBe('claims.shape')
  })

  it.each([0, 1, 2 ** 32, 2 ** 40 - 1])('%d is a time', (time) => {
    expect(readClaims(payload([[5, time]]), profile).nbf).toBe(time)
  })

  it('a negative nought is nought', () => {
    expect(Object.is(readClaims(payload([[6, -0]]), profile).iat, 0)).toBe(true)
  })

  it.each([1, null, [], new Map()])('iss may not be %j', (iss) => {
    expect(messageOf(payload([[1, iss as CborValue]]), profile)).toBe('claims.shape: iss')
  })

  it('claims it does not know change nothing', () => {
    expect(
      readClaims(
        payload([
          [7, 'id'],
          ['4', 1],
          [99, null],
        ]),
        profile,
      ),
    ).toEqual(claims)
  })

  it('throws nothing but Faults and tells no value, whatever the payload', () => {
    const secret = 'NGUYENTHI1234567'
    const leaf = fc.constantFrom<CborValue>(secret, null, undefined, 1, -1.5, true, new Uint8Array(2))
    const names = fc.constantFrom('ver', 'nam', 'dob', 'v', 't', 'r', 'fnt', 'dn', secret, '__proto__', 1)
    const { tree } = fc.letrec<{ tree: CborValue }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        leaf,
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.uniqueArray(fc.tuple(names, tie('tree')), { selector: ([name]) => name }).map((pairs) => new Map(pairs)),
      ),
    }))
    fc.assert(
      fc.property(tree, (dcc) => {
        expect(messageOf(payload([[-260, new Map([[1, dcc]])]]), profile)).not.toContain(secret)
      }),
    )
  })
})

describe.each(['eu', 'strict'] as const)('an hcert claim without the EU certificate in profile %s', (profile) => {
  const { dcc: _dcc, ...common } = claims
  const icvp: CborValue = new Map([['n', 'Nguyễn Thị Ngọc Lan']])
  const documents = [
    {
      subClaim: -6,
      name: 'ICVP',
      fields: [{ path: 'n', label: 'Name', value: 'Nguyễn Thị Ngọc Lan' }],
      complete: true,
    },
  ]

  it('gives the other documents with the same claims', () => {
    expect(readClaims(payload([[-260, new Map([[-6, icvp]])]]), profile)).toEqual({ ...common, documents })
  })

  it('takes null for absent', () => {
    const hcert = new Map([
      [1, null as CborValue],
      [-6, icvp],
      [3, null],
    ])
    expect(readClaims(payload([[-260, hcert]]), profile)).toEqual({ ...common, documents })
  })

  it('demands the same of issuer and times', () => {
    const hcert: [number, CborValue] = [-260, new Map([[-6, icvp]])]
    expect(messageOf(payload([hcert, [1, 7]]), profile)).toBe('claims.shape: iss')
    expect(messageOf(payload([hcert, [4, null]]), profile)).toBe('claims.shape: exp')
  })

  it('is refused beyond eight documents', () => {
    const labels = (count: number) =>
      new Map(Array.from({ length: count }, (_, label) => [label + 2, 'A' as CborValue]))
    expect(messageOf(payload([[-260, labels(8)]]), profile)).toBe('taken')
    expect(messageOf(payload([[-260, labels(9)]]), profile)).toBe('claims.shape: too many documents')
  })
})

describe('the EU certificate', () => {
  it('is read alone, whatever stands beside it', () => {
    const { dcc } = claims
    const hcert = new Map([...(writeClaims({ dcc }).get(-260) as Map<number, CborValue>)])
    for (let label = 2; label < 20; label += 1) hcert.set(label, 'A')
    expect(readClaims(payload([[-260, hcert]]), 'strict')).toEqual(claims)
  })
})

describe('the two profiles', () => {
  it.each([1, 4, 6])('claim %i may be absent in eu only', (label) => {
    expect(messageOf(without(label), 'eu')).toBe('taken')
    expect(codeOf(() => readClaims(without(label), 'strict'))).toBe('claims.shape')
  })

  it('eu leaves absent claims absent', () => {
    expect(Object.keys(readClaims(new Map([...(payload() as Map<number, CborValue>)].slice(3)), 'eu'))).toEqual(['dcc'])
  })

  it('eu rounds a fraction down, strict refuses it', () => {
    expect(readClaims(payload([[6, 1_660_000_000.9]]), 'eu').iat).toBe(1_660_000_000)
    expect(messageOf(payload([[6, 1_660_000_000.9]]), 'strict')).toBe('claims.shape: iat')
  })

  it('eu trims the issuer, strict takes two capital letters alone', () => {
    expect(readClaims(payload([[1, ' VN ']]), 'eu').iss).toBe('VN')
    expect(readClaims(payload([[1, 'VN']]), 'strict').iss).toBe('VN')
    for (const iss of [' VN ', 'vn', 'CNAM', '']) {
      expect(codeOf(() => readClaims(payload([[1, iss]]), 'strict'))).toBe('claims.shape')
    }
  })
})
