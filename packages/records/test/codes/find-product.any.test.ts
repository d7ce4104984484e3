import { checkVaccineTriple, checkValueSets, codeStatus } from '@vaxcert/core/dcc'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findProduct, type ProductUse } from '../../src/codes/find-product.ts'
import { products } from '../../src/codes/products.ts'

function found(text: string, use: ProductUse = 'here'): string {
  const match = findProduct(text, products, use)
  return match.kind === 'unknown' ? 'unknown' : `${match.kind === 'exact' ? '' : '? '}${match.mp}`
}

describe('the products of records', () => {
  it.each(products.map((product) => [product.name, product] as const))(
    '%s has codes that fit each other',
    (_, product) => {
      const { mp, ma, vp } = product
      const v = [{ tg: '840539006', vp, mp, ma, dn: 1, sd: 1, dt: '2021-09-15', co: 'VN', is: 'X', ci: 'X' }]
      const dcc = { ver: '1.3.0', nam: { fnt: 'X' }, dob: '', v }
      expect(checkValueSets(dcc)).toEqual([])
      expect(checkVaccineTriple(dcc)).toEqual([])
    },
  )

  it('are the eight of Decision 5772, and four that are not licensed as such', () => {
    expect(products.filter(({ licensed }) => licensed !== undefined).map(({ name }) => name)).toEqual([
      'AstraZeneca',
      'Sputnik V',
      'Vero Cell',
      'Pfizer',
      'Moderna',
      'Janssen',
      'Hayat-Vax',
      'Abdala',
    ])
    expect(products).toHaveLength(12)
  })
})

describe('a product is surely meant by', () => {
  it.each([
    ['Astra  Zeneca', 'EU/1/21/1529'],
    ['ASTRAZENECA', 'EU/1/21/1529'],
    ['AZ', 'EU/1/21/1529'],
    ['AZD1222', 'EU/1/21/1529'],
    ['COVID-19 Vaccine AstraZeneca', 'EU/1/21/1529'],
    ['Vắc xin AstraZeneca', 'EU/1/21/1529'],
    ['AstraZeneca (Vaxzevria)', 'EU/1/21/1529'],
    ['Covishield', 'Covishield'],
    ['SputnikV', 'Sputnik-V'],
    ['Sputnik 5', 'Sputnik-V'],
    ['Gam-COVID-Vac', 'Sputnik-V'],
    ['Sputnik Light', 'Sputnik-Light'],
    ['Verocell', 'BBIBP-CorV'],
    ['Vero Cell', 'BBIBP-CorV'],
    ['Vero-Cell Inactivated', 'BBIBP-CorV'],
    ['Sinopharm', 'BBIBP-CorV'],
    ['Vero Cell (Sinopharm)', 'BBIBP-CorV'],
    ['Pfizer-BioNTech', 'EU/1/20/1528'],
    ['Comirnaty 10mcg/ trẻ em', 'EU/1/20/1528'],
    ['Pfizer tre\u0309 em', 'EU/1/20/1528'],
    ['EU/1/20/1528', 'EU/1/20/1528'],
    ['Spikevax', 'EU/1/20/1507'],
    ['mRNA-1273', 'EU/1/20/1507'],
    ['J&J', 'EU/1/20/1525'],
    ['Johnson', 'EU/1/20/1525'],
    ['Hayat Vax', 'Hayat-Vax'],
    ['Hayatvax', 'Hayat-Vax'],
    ['CIGB-66', 'Abdala'],
    ['CoronaVac', 'CoronaVac'],
    ['Sinovac', 'CoronaVac'],
  ])('%s', (text, mp) => {
    expect(found(text)).toBe(mp)
  })
})

describe('a product is only suggested by', () => {
  it.each([
    ['Fizer', 'EU/1/20/1528'],
    ['Pfize', 'EU/1/20/1528'],
    ['Cominarty', 'EU/1/20/1528'],
    ['Modena', 'EU/1/20/1507'],
    ['Mordena', 'EU/1/20/1507'],
    ['Spikvax', 'EU/1/20/1507'],
    ['Astrazenneca', 'EU/1/21/1529'],
    ['Spunik', 'Sputnik-V'],
    ['Sputnik', 'Sputnik-V'],
    ['Sinofarm', 'BBIBP-CorV'],
    ['Jansen', 'EU/1/20/1525'],
    ['Abdalla', 'Abdala'],
    ['Inactivated-SARS-CoV-2-Vero-Cell', 'BBIBP-CorV'],
    ['Pfizerr', 'EU/1/20/1528'],
    ['Modrena', 'EU/1/20/1507'],
  ])('%s', (text, mp) => {
    expect(found(text)).toBe(`? ${mp}`)
  })
})

describe('no product is meant by', () => {
  it.each([
    '',
    'vắc xin',
    'COVID-19',
    'Pfizer/Moderna',
    'EU/1/20/1529',
    'Nanocovax',
    'AX',
    'Pf',
    'ORG-100030215',
    '__proto__',
    'A'.repeat(1_000_000),
  ])('%.20s', (text) => {
    expect(found(text)).toBe('unknown')
  })
})

describe('the trap of Vero Cell', () => {
  it('is the vaccine of Beijing here, and a question abroad', () => {
    for (const name of ['Vero Cell', 'Sinopharm', 'Verocell']) {
      expect(found(name, 'here')).toBe('BBIBP-CorV')
      expect(found(name, 'abroad')).toBe('? BBIBP-CorV')
    }
    expect(found('BBIBP-CorV', 'abroad')).toBe('BBIBP-CorV')
    expect(found('WIBP-CorV', 'abroad')).toBe('WIBP-CorV')
  })
})

describe('any text', () => {
  it('gives a code in force or none, and the same again', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.constantFrom<ProductUse>('here', 'abroad'), (text, use) => {
        const match = findProduct(text, products, use)
        expect(findProduct(text, products, use)).toEqual(match)
        if (match.kind !== 'unknown') expect(codeStatus('vaccines-covid-19-names', match.mp)).toBe('active')
      }),
    )
  })
})
