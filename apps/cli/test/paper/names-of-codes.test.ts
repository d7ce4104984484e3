import { VALUE_SETS } from '@vaxcert/core/dcc'
import { describe, expect, it } from 'vitest'
import { diseaseName, fullMakerName, vaccineName } from '../../src/paper/names-of-codes.ts'

describe('the names that stand on a page', () => {
  it('are there in both languages for every disease and kind of vaccine, deprecated ones included', () => {
    const { active, deprecated } = VALUE_SETS['sct-vaccines-covid-19']
    const kinds = [...active, ...deprecated]
    expect(kinds.length).toBeGreaterThan(7)
    for (const code of kinds) {
      const { vi, en } = vaccineName(code)
      expect(vi).toMatch(/^Vắc xin .*phòng COVID-19$/)
      expect(en).toMatch(/vaccine$/)
    }
    for (const code of VALUE_SETS['disease-agent-targeted'].active) expect(diseaseName(code).vi).toBe('COVID-19')
  })

  it('are there for every organisation of the value set', () => {
    const names = VALUE_SETS['vaccines-covid-19-auth-holders'].active.map(fullMakerName)
    expect(names.filter((name) => name.startsWith('ORG'))).toEqual([])
    expect(names).toContain('Biontech Manufacturing GmbH')
    expect(names).toContain('Gamaleya Research Institute')
  })

  it('are the codes themselves where nobody has named them', () => {
    expect(diseaseName('1')).toEqual({ vi: '1', en: '1' })
    expect(vaccineName('constructor')).toEqual({ vi: 'constructor', en: 'constructor' })
    expect(fullMakerName('ORG-100099999')).toBe('ORG-100099999')
  })
})
