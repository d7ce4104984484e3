import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkSchema, type SchemaRule } from '../../src/dcc/schema.ts'
import type { Dcc } from '../../src/dcc/types.ts'
import { recovery, recoveryDcc, test, testDcc, vaccination, vaccinationDcc } from './sample-dcc.ts'

type Case = readonly [what: string, dcc: unknown, path: string, rule: SchemaRule]

const { v: _, ...person } = vaccinationDcc
const named = (nam: object): unknown => ({ ...vaccinationDcc, nam: { ...person.nam, ...nam } })
const given = (change: object): unknown => ({ ...person, v: [{ ...vaccination, ...change }] })
const tested = (change: object): unknown => ({ ...person, t: [{ ...test, ...change }] })

/** What SpecialCaseHandling asks a reader to put up with and an issuer never to write. */
const tolerated: readonly Case[] = [
  ['a group that is null', { ...vaccinationDcc, t: null }, 't', 'type'],
  ['an optional field that is null', tested({ ma: null }), 't.0.ma', 'type'],
  ['white space before a code', given({ mp: ' EU/1/20/1528' }), 'v.0.mp', 'whitespace'],
  ['a no-break space behind one', given({ mp: 'EU/1/20/1528\u00a0' }), 'v.0.mp', 'whitespace'],
  ['a birth date of another century', { ...vaccinationDcc, dob: '1815-08-24' }, 'dob', 'pattern'],
  ['a birth date with a time', { ...vaccinationDcc, dob: '1990-03-12T00:00:00' }, 'dob', 'pattern'],
  ['a date with a time', given({ dt: '2021-08-14T00:00:00Z' }), 'v.0.dt', 'format'],
  ['a day that does not exist', given({ dt: '2021-02-29' }), 'v.0.dt', 'format'],
  ['an empty date', { ...recoveryDcc, r: [{ ...recovery, df: '' }] }, 'r.0.df', 'format'],
  ['a time without offset', tested({ sc: '2021-08-14T09:30:00' }), 't.0.sc', 'format'],
  ['a dose number of nought', given({ dn: 0 }), 'v.0.dn', 'range'],
  ['a negative series', given({ sd: -1 }), 'v.0.sd', 'range'],
  ['an apostrophe in an ICAO name', named({ fnt: "D'ARC" }), 'nam.fnt', 'pattern'],
  ['small letters in an ICAO name', named({ gnt: 'anh' }), 'nam.gnt', 'pattern'],
  ['no ICAO name', named({ fnt: undefined, gnt: undefined }), 'nam.fnt', 'required'],
  ['a country without a letter', given({ co: '' }), 'v.0.co', 'pattern'],
  ['a version of two numbers', { ...vaccinationDcc, ver: '1.3' }, 'ver', 'pattern'],
  ['a test centre of 81 letters', tested({ tc: 'x'.repeat(81) }), 't.0.tc', 'length'],
  ['a field of the issuer’s own', { ...vaccinationDcc, pid: 'B1234567' }, '', 'additional'],
  ['one within the name', named({ title: 'Dr' }), 'nam', 'additional'],
  ['one within the event', tested({ dr: '' }), 't.0', 'additional'],
]

describe('profile eu', () => {
  it.each(tolerated)('puts up with %s', (_, dcc) => {
    expect(checkSchema(dcc, 'eu')).toEqual([])
  })

  it('takes null for an absent field where one is required', () => {
    expect(checkSchema(given({ ci: null }), 'eu')).toEqual([{ path: 'v.0.ci', rule: 'required' }])
  })

  it('looks at formats when asked to', () => {
    expect(checkSchema(given({ dt: '2021-02-29' }), 'eu', { formats: true })).toEqual([
      { path: 'v.0.dt', rule: 'format' },
    ])
  })
})

describe('profile strict', () => {
  it.each(tolerated)('refuses %s', (_, dcc, path, rule) => {
    expect(checkSchema(dcc, 'strict')).toEqual([{ path, rule }])
  })

  it('looks past formats when asked to', () => {
    expect(checkSchema(given({ dt: '2021-08-14T00:00:00Z' }), 'strict', { formats: false })).toEqual([])
  })

  it.each(['', '1979', '1979-04', '1979-04-14', '2099-12-31', '1963-00'])('takes %j for a birth date', (dob) => {
    expect(checkSchema({ ...vaccinationDcc, dob }, 'strict')).toEqual([])
  })

  it.each(['79', '2100', '1979-4', '1979-04-14 ', '14.04.1979', '1979-04-14-01', '\n'])('%j is none', (dob) => {
    expect(checkSchema({ ...vaccinationDcc, dob }, 'strict')).toEqual([{ path: 'dob', rule: 'pattern' }])
  })

  it.each([
    '2021-08-14T09:30:00Z',
    '2021-08-14t09:30:00z',
    '2021-08-14T23:59:60Z',
    '2021-08-14T09:30:00.123456789+14:00',
    '2020-02-29T00:00:00-00:00',
  ])('takes %s for a date-time', (sc) => {
    expect(checkSchema(tested({ sc }), 'strict')).toEqual([])
  })

  it.each([
    '2021-08-14',
    '2021-08-14T24:00:00Z',
    '2021-08-14 09:30:00Z',
    '2021-08-14T09:30Z',
    '2021-08-14T09:30:00+0700',
    '2021-02-29T09:30:00Z',
    '2021-08-14T09:30:00.Z',
  ])('%s is none', (sc) => {
    expect(checkSchema(tested({ sc }), 'strict')).toEqual([{ path: 't.0.sc', rule: 'format' }])
  })

  it('counts letters beyond the basic plane once', () => {
    expect(checkSchema(named({ fn: '𠮷'.repeat(80) }), 'strict')).toEqual([])
    expect(checkSchema(named({ fn: '𠮷'.repeat(81) }), 'strict')).toEqual([{ path: 'nam.fn', rule: 'length' }])
  })

  it('takes every instant Date can write', () => {
    const instants = fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
    fc.assert(fc.property(instants, (at) => checkSchema(tested({ sc: at.toISOString() }), 'strict').length === 0))
  })

  it('asks no less than eu: what it takes, eu takes', () => {
    const texts = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 90 }), fc.constant(null), fc.constant(undefined))
    const changes = fc.dictionary(fc.constantFrom('tg', 'tt', 'nm', 'ma', 'sc', 'tr', 'tc', 'co', 'is', 'ci'), texts)
    fc.assert(
      fc.property(changes, (change) => {
        const dcc: unknown = { ...(testDcc as Dcc), t: [{ ...test, ...change }] }
        expect(checkSchema(dcc, 'strict').length >= checkSchema(dcc, 'eu').length).toBe(true)
      }),
    )
  })
})
