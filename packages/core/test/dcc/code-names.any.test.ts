import { describe, expect, it } from 'vitest'
import { makerName, productName } from '../../src/dcc/code-names.ts'
import { products } from '../../src/dcc/products.ts'
import { VALUE_SETS } from '../../src/dcc/value-sets/index.ts'

const NUMBER = /^(EU\/|ORG-)\d/

describe('what codes are called', () => {
  it('has a name for every product and maker that the value sets know by a number alone', () => {
    const codesOf = (id: 'vaccines-covid-19-names' | 'vaccines-covid-19-auth-holders') =>
      VALUE_SETS[id].active.filter((code) => NUMBER.test(code))
    const numbered = codesOf('vaccines-covid-19-names')
    expect(numbered).toHaveLength(8)
    expect(numbered.map(productName).filter((name) => NUMBER.test(name))).toEqual([])
    const organisations = codesOf('vaccines-covid-19-auth-holders')
    expect(organisations).toHaveLength(19)
    expect(organisations.map(makerName).filter((name) => NUMBER.test(name))).toEqual([])
  })

  it('says the name used in Viet Nam wherever it is a brand of the product', () => {
    const brands = products.filter(({ mp, name }) => mp.startsWith('EU/') && name !== '')
    expect(brands).toHaveLength(4)
    for (const { mp, name } of brands) expect(productName(mp)).toContain(`(${name})`)
    expect(productName('BBIBP-CorV')).toBe('BBIBP-CorV (Vero Cell)')
  })

  it.each(['Covaxin', 'EU/1/99/0000', '', '<i>', '__proto__', 'constructor'])('leaves %j as it is', (code) => {
    expect(productName(code)).toBe(code)
    expect(makerName(code)).toBe(code)
  })
})
