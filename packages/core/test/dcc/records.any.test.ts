import { describe, expect, it } from 'vitest'
import { CborTag, type CborValue } from '../../src/cose/cbor-value.ts'
import { readClaims } from '../../src/dcc/payload.ts'
import type { Dcc, Profile } from '../../src/dcc/types.ts'
import { Fault } from '../../src/fault.ts'
import { writeClaims } from './claims-map.ts'
import { test, vaccinationDcc } from './sample-dcc.ts'

type Entries = Readonly<Record<string, CborValue>>

function map(entries: Entries): Map<string, CborValue> {
  return new Map(Object.entries(entries))
}

const sample = writeClaims({ dcc: vaccinationDcc }).get(-260) as Map<number, Map<string, CborValue>>

function read(changes: Map<string | number, CborValue>, profile: Profile = 'eu'): Dcc {
  const dcc = new Map<string | number, CborValue>([...(sample.get(1) ?? []), ...changes])
  const times: [number, CborValue][] = [1, 4, 6].map((label) => [label, label === 1 ? 'VN' : 1])
  const claims = readClaims(new Map<number, CborValue>([...times, [-260, new Map([[1, dcc]])]]), profile)
  return 'dcc' in claims ? claims.dcc : expect.fail('no certificate')
}

function refusal(changes: Map<string | number, CborValue>, profile: Profile = 'eu'): string {
  try {
    read(changes, profile)
    return 'taken'
  } catch (error) {
    expect(error).toBeInstanceOf(Fault)
    return (error as Fault).message
  }
}

const event = (changes: Entries): Map<string, CborValue> => map({ v: undefined, t: [map({ ...test, ...changes })] })

describe('a record of profile eu', () => {
  it('trims every text, those of unknown fields too', () => {
    const dcc = read(new Map([...event({ is: 'Ministry of Health \t', sc: '\u00a02021-08-14' }), ['pid', ' B1 ']]))
    expect(dcc.t?.[0]).toMatchObject({ is: 'Ministry of Health', sc: '2021-08-14' })
    expect(dcc).toMatchObject({ pid: 'B1' })
  })

  it('leaves out null and undefined', () => {
    const dcc = read(new Map([...event({ ma: null, nm: undefined }), ['r', null], ['x', null]]))
    expect(Object.keys(dcc)).toEqual(['ver', 'nam', 'dob', 't'])
    expect(Object.keys(dcc.t?.[0] ?? {})).not.toContain('ma')
    expect(Object.keys(dcc.t?.[0] ?? {})).not.toContain('nm')
  })

  it('keeps what the schema does not name, behind what it names', () => {
    const meta = map({ deep: [1, [true, map({ url: 'x' })]], bytes: new Uint8Array([1, 2]) })
    const dcc: object = read(new Map([['meta', meta]]))
    expect(Object.keys(dcc)).toEqual(['ver', 'nam', 'dob', 'v', 'meta'])
    expect(dcc).toMatchObject({ meta: { deep: [1, [true, { url: 'x' }]], bytes: new Uint8Array([1, 2]) } })
  })

  it('does not take null for an entry', () => {
    expect(refusal(map({ v: [null] }))).toBe('dcc.schema: v.0 type')
  })
})

describe('a record of profile strict', () => {
  it.each([null, undefined])('refuses %s, of a group as of a field', (nothing) => {
    expect(refusal(map({ t: nothing }), 'strict')).toBe('dcc.schema: t type')
    expect(refusal(map({ ...Object.fromEntries(sample.get(1) ?? []), dob: nothing }), 'strict')).toBe(
      'dcc.schema: dob type',
    )
  })

  it('refuses an untrimmed text', () => {
    expect(refusal(map({ dob: '1990 ' }), 'strict')).toBe('dcc.schema: dob pattern')
    expect(refusal(map({ nam: map({ fnt: 'NGUYEN', fn: ' Nguyễn' }) }), 'strict')).toBe('dcc.schema: nam.fn whitespace')
  })

  it('refuses a field of the issuer’s own without telling its name', () => {
    expect(refusal(map({ NGUYEN: 'B1' }), 'strict')).toBe('dcc.schema: additional')
  })
})

describe.each(['eu', 'strict'] as const)('any record, profile %s', (profile) => {
  it('inherits nothing', () => {
    const dcc: object = read(new Map(), profile)
    expect('constructor' in dcc || 'toString' in dcc || '__proto__' in dcc).toBe(false)
    expect(JSON.parse(JSON.stringify(dcc))).toEqual(vaccinationDcc)
    expect(structuredClone(dcc)).toEqual(vaccinationDcc)
  })

  it('refuses keys that are no texts, tags and bottomless nesting', () => {
    let deep: CborValue = 1
    for (let level = 0; level < 100_000; level += 1) deep = [deep]
    expect(refusal(new Map([[1, 'x']]), profile)).toBe('dcc.schema: a key is no text')
    expect(refusal(map({ x: new CborTag(1, 0) }), profile)).toBe('dcc.schema: a tag')
    expect(refusal(map({ x: deep }), profile)).toBe('dcc.schema: too deep')
  })
})

describe('keys that mean something to JavaScript', () => {
  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])('%s is data', (name) => {
    const inner = map({ polluted: true })
    const entry = map({ ...test }).set(name, inner)
    const dcc = read(map({ v: undefined, t: [entry] }).set(name, inner))
    for (const record of [dcc, dcc.t?.[0]] as object[]) {
      expect(Object.getOwnPropertyDescriptor(record, name)?.value).toEqual({ polluted: true })
      expect('polluted' in record).toBe(false)
    }
    expect('polluted' in {}).toBe(false)
  })

  it('a map that looks like a list is none', () => {
    expect(refusal(map({ v: map({ length: 1, '0': map({}) }) }))).toBe('dcc.schema: v type')
  })
})
