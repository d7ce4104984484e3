import { describe, expect, it } from 'vitest'
import { products } from '../../../src/dcc/products.ts'
import { checkVaccineTriple, checkValueSets } from '../../../src/dcc/value-sets/check-value-sets.ts'
import { VACCINE_ENCODINGS } from '../../../src/dcc/value-sets/vaccine-encoding.ts'
import { codeStatus, VALUE_SETS } from '../../../src/dcc/value-sets/value-sets.ts'
import { everyDcc, recovery, recoveryDcc, test, testDcc, vaccination, vaccinationDcc } from '../sample-dcc.ts'

describe('the codes of a certificate', () => {
  it.each(everyDcc)('fit where they are right', (dcc) => {
    expect(checkValueSets(dcc)).toEqual([])
    expect(checkVaccineTriple(dcc)).toEqual([])
  })

  it.each(['tg', 'vp', 'mp', 'ma', 'co'] as const)('v.0.%s is looked up', (name) => {
    for (const code of ['', 'x', 'J07BX03', 'Vidprevtyn'])
      expect(checkValueSets({ ...vaccinationDcc, v: [{ ...vaccination, [name]: code }] })).toEqual([
        { path: `v.0.${name}`, rule: 'value-set' },
      ])
  })

  it.each(['tg', 'tt', 'ma', 'tr', 'co'] as const)('t.0.%s is looked up', (name) => {
    const issues = [{ path: `t.0.${name}`, rule: 'value-set' }]
    expect(checkValueSets({ ...testDcc, t: [{ ...test, [name]: 'x' }] })).toEqual(issues)
  })

  it.each(['tg', 'co'] as const)('r.0.%s is looked up', (name) => {
    const issues = [{ path: `r.0.${name}`, rule: 'value-set' }]
    expect(checkValueSets({ ...recoveryDcc, r: [{ ...recovery, [name]: 'x' }] })).toEqual(issues)
  })
})

describe('product, holder and kind of vaccine', () => {
  const issuesOf = (change: object) =>
    checkVaccineTriple({ v: [{ ...vaccination, ...change }] }).map(({ path }) => path)

  it('must belong together (Annex A)', () => {
    expect(issuesOf({ ma: 'ORG-100031184' })).toEqual(['v.0.ma'])
    expect(issuesOf({ vp: '29061000087103' })).toEqual(['v.0.vp'])
    expect(issuesOf({ mp: 'Abdala' })).toEqual(['v.0.ma', 'v.0.vp'])
    expect(issuesOf({ mp: 'Vero Cell' })).toEqual(['v.0.mp'])
    expect(checkVaccineTriple({})).toEqual([])
  })

  it('may state the kind as any COVID-19 vaccine', () => {
    expect(issuesOf({ vp: '28531000087107' })).toEqual([])
  })

  it('have one row for every product of the value set', () => {
    const { active, deprecated } = VALUE_SETS['vaccines-covid-19-names']
    expect([...VACCINE_ENCODINGS.keys()].sort()).toEqual([...active, ...deprecated].sort())
  })

  it.each([...VACCINE_ENCODINGS])('of %s are in force', (_, { ma, vp }) => {
    expect(codeStatus('vaccines-covid-19-auth-holders', ma)).toBe('active')
    expect(vp.map((code) => codeStatus('sct-vaccines-covid-19', code))).toEqual(vp.map(() => 'active'))
    expect(vp).toContain('28531000087107')
  })

  it.each([...products])('of $name are what we issue', ({ mp, ma, vp }) => {
    expect(issuesOf({ mp, ma, vp })).toEqual([])
    expect(codeStatus('vaccines-covid-19-names', mp)).toBe('active')
  })
})
