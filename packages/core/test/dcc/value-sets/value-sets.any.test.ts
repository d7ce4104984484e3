import { describe, expect, it } from 'vitest'
import {
  codeStatus,
  isInValueSet,
  VALUE_SETS,
  VALUE_SETS_RELEASE,
  type ValueSetId,
} from '../../../src/dcc/value-sets/value-sets.ts'

const ids = Object.keys(VALUE_SETS) as ValueSetId[]

describe('the value sets', () => {
  it('are of release 2.12', () => {
    expect(VALUE_SETS_RELEASE).toBe('2.12')
    expect(ids).toHaveLength(8)
  })

  it.each(ids)('%s is named, dated and says each code once', (id) => {
    const set = VALUE_SETS[id]
    const codes = [...set.active, ...set.deprecated]
    expect(set.id).toBe(id)
    expect(new Date(set.date).toISOString()).toContain(set.date)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.every((code) => code === code.trim() && code !== '')).toBe(true)
  })

  it.each([
    ['disease-agent-targeted', 1, 0],
    ['sct-vaccines-covid-19', 8, 1],
    ['vaccines-covid-19-names', 35, 4],
    ['vaccines-covid-19-auth-holders', 31, 0],
    ['covid-19-lab-test-type', 2, 0],
    ['covid-19-lab-result', 2, 0],
    ['country-2-codes', 250, 0],
  ] as const)('%s has as many codes as were published', (id, active, deprecated) => {
    expect(VALUE_SETS[id].active).toHaveLength(active)
    expect(VALUE_SETS[id].deprecated).toHaveLength(deprecated)
  })

  it('names countries that have a name', () => {
    const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
    expect(VALUE_SETS['country-2-codes'].active.filter((code) => names.of(code) === undefined)).toEqual([])
  })

  it('holds every organisation by its number or its name', () => {
    const holders = VALUE_SETS['vaccines-covid-19-auth-holders'].active
    expect(holders.filter((code) => code.startsWith('ORG-')).every((code) => /^ORG-1000\d{5}$/.test(code))).toBe(true)
  })
})

describe('a code', () => {
  it.each([
    ['vaccines-covid-19-names', 'Abdala', 'active'],
    ['vaccines-covid-19-names', 'EU/1/22/1709', 'active'],
    ['vaccines-covid-19-names', 'Inactivated-SARS-CoV-2-Vero-Cell', 'deprecated'],
    ['sct-vaccines-covid-19', 'J07BX03', 'deprecated'],
    ['sct-vaccines-covid-19', 'j07bx03', undefined],
    ['country-2-codes', 'XK', 'active'],
    ['country-2-codes', 'UK', undefined],
    ['country-2-codes', '', undefined],
    ['country-2-codes', 'constructor', undefined],
    ['covid-19-lab-test-manufacturer-and-name', '1232', 'active'],
    ['covid-19-lab-test-manufacturer-and-name', '01232', undefined],
    ['covid-19-lab-test-manufacturer-and-name', 'Panbio', undefined],
  ] as const)('of %s: %j is %s', (set, code, status) => {
    expect(codeStatus(set, code)).toBe(status)
    expect(isInValueSet(set, code)).toBe(status !== undefined)
  })
})
