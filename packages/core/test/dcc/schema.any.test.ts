import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkSchema, type SchemaIssue } from '../../src/dcc/schema.ts'
import { everyDcc, recovery, test, testDcc, vaccination, vaccinationDcc } from './sample-dcc.ts'

const profiles = ['eu', 'strict'] as const

function issue(path: string, rule: SchemaIssue['rule']): readonly SchemaIssue[] {
  return [{ path, rule }]
}

describe.each(profiles)('in profile %s', (profile) => {
  it.each(everyDcc)('a right certificate has no issue', (dcc) => {
    expect(checkSchema(dcc, profile)).toEqual([])
  })

  it.each([undefined, null, 0, '', 'v', [], [vaccinationDcc], true])('%j is no certificate', (value) => {
    expect(checkSchema(value, profile)).toEqual(issue('', 'type'))
  })

  it.each(['ver', 'nam', 'dob'])('%s must be there', (name) => {
    expect(checkSchema({ ...vaccinationDcc, [name]: undefined }, profile)).toEqual(issue(name, 'required'))
  })

  it.each(Object.keys(vaccination))('v.0.%s must be there', (name) => {
    const dcc = { ...vaccinationDcc, v: [{ ...vaccination, [name]: undefined }] }
    expect(checkSchema(dcc, profile)).toEqual(issue(`v.0.${name}`, 'required'))
  })

  it.each(['tg', 'tt', 'sc', 'tr', 'co', 'is', 'ci'])('t.0.%s must be there', (name) => {
    const dcc = { ...testDcc, t: [{ ...test, [name]: undefined }] }
    expect(checkSchema(dcc, profile)).toEqual(issue(`t.0.${name}`, 'required'))
  })

  it.each(Object.keys(recovery))('r.0.%s must be there', (name) => {
    const { v: _, ...person } = vaccinationDcc
    const dcc = { ...person, r: [{ ...recovery, [name]: undefined }] }
    expect(checkSchema(dcc, profile)).toEqual(issue(`r.0.${name}`, 'required'))
  })

  it('a test centre, a test name and a device need not be there (1.3.1)', () => {
    const dcc = { ...testDcc, t: [{ ...test, nm: undefined, tc: undefined, ma: undefined }] }
    expect(checkSchema(dcc, profile)).toEqual([])
  })

  it.each([[{ fnt: 'NGUYEN' }], [{ gnt: 'ANH' }]])('one ICAO name is enough (1.3.2): %j', (nam) => {
    expect(checkSchema({ ...vaccinationDcc, nam }, profile)).toEqual([])
  })

  it('a name without any part is refused', () => {
    expect(checkSchema({ ...vaccinationDcc, nam: {} }, profile)).toEqual(issue('nam.fnt', 'required'))
  })

  it.each([
    ['ver', 1],
    ['nam', 'NGUYEN'],
    ['nam', []],
    ['dob', 1990],
    ['v', {}],
    ['v', 'v'],
  ])('%s may not be %j', (name, value) => {
    expect(checkSchema({ ...vaccinationDcc, [name]: value }, profile)).toContainEqual({ path: name, rule: 'type' })
  })

  it.each([1.5, '2', Number.NaN, Number.POSITIVE_INFINITY, true, {}, 2n])('a dose number may not be %s', (dn) => {
    expect(checkSchema({ ...vaccinationDcc, v: [{ ...vaccination, dn }] }, profile)).toEqual(issue('v.0.dn', 'type'))
  })

  it.each([[0], [[]], ['v']])('an entry may not be %j', (entry) => {
    expect(checkSchema({ ...vaccinationDcc, v: [entry] }, profile)).toEqual(issue('v.0', 'type'))
  })

  it('no event, an empty group, two events and two groups are refused', () => {
    const { v: _, ...person } = vaccinationDcc
    expect(checkSchema(person, profile)).toEqual(issue('', 'one-event'))
    expect(checkSchema({ ...person, v: [] }, profile)).toEqual(issue('v', 'one-event'))
    expect(checkSchema({ ...person, v: [vaccination, vaccination] }, profile)).toEqual(issue('v', 'one-event'))
    expect(checkSchema({ ...vaccinationDcc, t: [test] }, profile)).toEqual(issue('', 'one-event'))
  })

  it.each([
    ['1.0.0', []],
    ['1.2.1', []],
    ['1.3.0', issue('v', 'one-event')],
    ['1.3.2', issue('v', 'one-event')],
    ['', issue('v', 'one-event')],
  ])('release %j of the schema decides whether a group holds two entries', (version, issues) => {
    const dcc = { ...vaccinationDcc, v: [vaccination, { ...vaccination, dn: 1 }] }
    expect(checkSchema(dcc, profile, { version })).toEqual(issues)
    expect(checkSchema({ ...dcc, t: [test] }, profile, { version })).toContainEqual({ path: '', rule: 'one-event' })
  })

  it('a text may not be longer than 512', () => {
    const broken = (is: string) => checkSchema({ ...vaccinationDcc, v: [{ ...vaccination, is }] }, profile)
    expect(broken('x'.repeat(10_000))).toEqual(issue('v.0.is', 'length'))
    expect(broken('a\u0301'.repeat(256))).toEqual(profile === 'eu' ? [] : issue('v.0.is', 'length'))
  })

  it('never lists more than 16 issues', () => {
    expect(checkSchema({ v: Array(1000).fill({}) }, profile, { version: '1.0.0' })).toHaveLength(16)
  })

  it('never throws and never tells a value', () => {
    const names = ['ver', 'nam', 'dob', 'v', 't', 'r', 'fn', 'fnt', 'dn', 'sd', 'dt', 'ci', 'constructor', '__proto__']
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.anything(),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...names), tie('tree'), { noNullPrototype: false }),
      ),
    }))
    const path = /^(|[a-z]{1,3}(\.\d+)?(\.[a-z]{2,3})?)$/
    fc.assert(fc.property(tree, (dcc) => checkSchema(dcc, profile).every((found) => path.test(found.path))))
  })
})
