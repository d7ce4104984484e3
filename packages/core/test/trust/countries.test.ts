import { describe, expect, it } from 'vitest'
import { COUNTRY_2_CODES } from '../../src/dcc/value-sets/country-2-codes.ts'
import { alpha2Of, alpha3Of } from '../../src/trust/countries.ts'

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
const pairs = letters.flatMap((first) => letters.map((second) => first + second))
const triples = pairs.flatMap((pair) => letters.map((third) => pair + third))

describe('country codes', () => {
  it('have three letters for each that has two, and the other way round', () => {
    const known = pairs.filter((alpha2) => alpha3Of(alpha2) !== undefined)
    expect(known).toHaveLength(250)
    for (const alpha2 of known) expect(alpha2Of(alpha3Of(alpha2) ?? '')).toBe(alpha2)
    expect(triples.filter((alpha3) => alpha2Of(alpha3) !== undefined)).toHaveLength(250)
  })

  it('are those of the value set that certificates use', () => {
    expect(pairs.filter((alpha2) => alpha3Of(alpha2) !== undefined)).toEqual([...COUNTRY_2_CODES.active].toSorted())
  })

  it('share their first letter, but for these', () => {
    const odd = pairs.filter((alpha2) => alpha3Of(alpha2) !== undefined && alpha3Of(alpha2)?.[0] !== alpha2[0])
    expect(odd.map((alpha2) => `${alpha2} ${alpha3Of(alpha2)}`)).toEqual([
      'GS SGS',
      'KM COM',
      'KP PRK',
      'KY CYM',
      'PM SPM',
      'RS SRB',
      'TF ATF',
      'YT MYT',
    ])
  })

  it('are those of neighbours, and of the places that are easily mixed up', () => {
    const named = { VN: 'VNM', KH: 'KHM', LA: 'LAO', CN: 'CHN', CH: 'CHE', SI: 'SVN', SK: 'SVK', AT: 'AUT', AU: 'AUS' }
    for (const [alpha2, alpha3] of Object.entries(named)) expect(alpha3Of(alpha2)).toBe(alpha3)
  })

  it('are upper case, and nothing else is one', () => {
    for (const other of ['', 'vn', 'VNM', 'XX', 'EU', 'constructor']) expect(alpha3Of(other)).toBeUndefined()
    for (const other of ['', 'vnm', 'VN', 'XXA', 'WHO', 'toString']) expect(alpha2Of(other)).toBeUndefined()
  })
})
