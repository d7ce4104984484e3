import { describe, expect, it } from 'vitest'
import { productByCode, productByName, products } from '../../src/dcc/products.ts'

describe('the product table', () => {
  it.each([
    ['AstraZeneca', 'EU/1/21/1529', 'ORG-100001699', '29061000087103', 2],
    ['Covishield', 'Covishield', 'ORG-100001981', '29061000087103', 2],
    ['R-COVI', 'R-COVI', 'ORG-100007893', '29061000087103', 2],
    ['Sputnik V', 'Sputnik-V', 'Gamaleya-Research-Institute', '29061000087103', 2],
    ['Sputnik Light', 'Sputnik-Light', 'Gamaleya-Research-Institute', '29061000087103', 1],
    ['Vero Cell', 'BBIBP-CorV', 'ORG-100020693', '1157024006', 2],
    ['Pfizer', 'EU/1/20/1528', 'ORG-100030215', '1119349007', 2],
    ['Moderna', 'EU/1/20/1507', 'ORG-100031184', '1119349007', 2],
    ['Janssen', 'EU/1/20/1525', 'ORG-100001417', '29061000087103', 1],
    ['Hayat-Vax', 'Hayat-Vax', 'ORG-100023050', '1157024006', 2],
    ['Abdala', 'Abdala', 'CIGB', '28531000087107', 3],
    ['Covaxin', 'Covaxin', 'Bharat-Biotech', '1157024006', 2],
  ])('knows %s', (name, mp, ma, vp, primaryDoses) => {
    expect(productByName(name)).toEqual({ name, mp, ma, vp, primaryDoses })
    expect(productByCode(mp)).toBe(productByName(name))
  })

  it('holds the eight products of Decision 5772 and four more, each once', () => {
    expect(products).toHaveLength(12)
    expect(new Set(products.map((product) => product.mp)).size).toBe(12)
    expect(new Set(products.map((product) => product.name)).size).toBe(12)
  })

  it('never takes Vero Cell for the vaccine of Wuhan', () => {
    expect(productByName('Vero Cell')?.mp).toBe('BBIBP-CorV')
    for (const wuhan of ['Inactivated-SARS-CoV-2-Vero-Cell', 'WIBP-CorV', 'Sinopharm-WIBP']) {
      expect(productByCode(wuhan)).toBeUndefined()
    }
  })

  it('gives no deprecated J07BX03', () => {
    expect(products.map((product) => product.vp)).not.toContain('J07BX03')
  })

  it.each(['', 'pfizer', 'Pfizer ', 'Fizer', 'Verocell', 'EU/1/20/1528 ', '__proto__', 'constructor', '\uD800'])(
    'guesses nothing from %j',
    (text) => {
      expect(productByName(text)).toBeUndefined()
      expect(productByCode(text)).toBeUndefined()
    },
  )
})
