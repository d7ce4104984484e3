import { productByCode } from '@vaxcert/core/dcc'
import type { Product } from './code-sets.ts'

/** What records need to know of a product beside its codes, which are the certificate's (core/dcc). */
interface Row extends Omit<Product, 'mp' | 'ma' | 'vp' | 'name' | 'series' | 'misspellings' | 'spellings'> {
  /** Separated by "|", the certificate's name and code aside. */
  readonly spellings: string
  readonly misspellings?: string
}

/**
 * The eight vaccines of Decision 5772/QĐ-BYT and four more that are met (Value Sets for EU Digital COVID Certificates
 * 2.12, map of WHO DDCC for ICD-11). Version 2022-05-31.
 */
export const products: readonly Product[] = [
  product('EU/1/21/1529', {
    ...{ icd11: 'XM4YL8', licensed: '2021-02-01', minimumInterval: 56, fromAge: 18 },
    spellings: 'Astra|AZ|AZD1222|Vaxzevria|AstraZeneca AZD1222|ChAdOx1',
    misspellings: 'Astrazenneca|Astrazeneka|Astrazenica|Astra Zenaca',
  }),
  // Only where the lot itself says so; "AstraZeneca" is never one of these two.
  product('Covishield', { icd11: 'XM97T2', minimumInterval: 56, fromAge: 18, spellings: '' }),
  product('R-COVI', { icd11: 'XM4YL8', minimumInterval: 56, fromAge: 18, spellings: '' }),
  product('Sputnik-V', {
    ...{ icd11: 'XM5ZJ4', licensed: '2021-03-23', minimumInterval: 21, fromAge: 18 },
    spellings: 'Gam-COVID-Vac|Sputnik 5|Gam-COVID-Vac (Sputnik V)',
    misspellings: 'Spunik|Spunik V|Sputnick|Sputnick V|Sputnik',
  }),
  product('Sputnik-Light', { icd11: 'XM5QM6', minimumInterval: 0, fromAge: 18, spellings: '' }),
  // "Vero Cell" is any inactivated vaccine abroad, and in the European list once was that of Wuhan.
  product('BBIBP-CorV', {
    ...{ icd11: 'XM8866', licensed: '2021-06-03', minimumInterval: 21, fromAge: 18 },
    spellings: 'Sinopharm Beijing|Sinopharm BBIBP-CorV',
    spellingsHere: ['Vero Cell', 'Sinopharm', 'Vero Cell Inactivated', 'Sinopharm Vero Cell', 'Vero Cell Sinopharm'],
    misspellings: 'Sinofarm|Vero Cel|Veros Cell|Sinopharma',
  }),
  // One code for every formulation, that for children included.
  product('EU/1/20/1528', {
    ...{ icd11: 'XM8NQ0', licensed: '2021-06-12', minimumInterval: 21, fromAge: 5 },
    spellings: 'Pfizer-BioNTech|BioNTech Pfizer|Comirnaty|BNT162b2|Pfizer BNT162b2|Pfizer-BioNTech Comirnaty',
    misspellings: 'Pfize|Fizer|Fpizer|Phizer|Pfizzer|Cominarty|Comirnarty|Cormirnaty',
  }),
  product('EU/1/20/1507', {
    ...{ icd11: 'XM3DT5', licensed: '2021-06-28', minimumInterval: 28, fromAge: 5 },
    spellings: 'Spikevax|mRNA-1273|Moderna mRNA-1273|Moderna Spikevax',
    misspellings: 'Modena|Mordena|Mordenna|Spikvax|Morderna',
  }),
  product('EU/1/20/1525', {
    ...{ icd11: 'XM6QV1', licensed: '2021-07-15', minimumInterval: 0, fromAge: 18 },
    spellings: 'J&J|Johnson|Johnson & Johnson|Janssen Johnson & Johnson|Jcovden|Ad26.COV2.S',
    misspellings: 'Jansen|Jassen|Jonhson|Johson',
  }),
  product('Hayat-Vax', {
    ...{ icd11: 'XM9FQ7', licensed: '2021-09-10', minimumInterval: 21, fromAge: 18 },
    spellings: '',
    misspellings: 'Hayatvac|Hayat|Hayad Vax',
  }),
  product('Abdala', {
    ...{ icd11: 'XM5JC5', licensed: '2021-09-17', minimumInterval: 14, fromAge: 18 },
    spellings: 'CIGB-66',
    misspellings: 'Abdalla|Abadala',
  }),
  // Approved on 10 November 2021, but none of the eight: without `licensed`, so that a facility looks at it.
  product('Covaxin', { icd11: 'XM1G90', minimumInterval: 28, fromAge: 18, spellings: 'BBV152' }),
]

function product(mp: string, { spellings, misspellings = '', ...row }: Row): Product {
  const known = productByCode(mp)
  if (known === undefined) throw new TypeError('a product that certificates do not know')
  const { ma, vp, name, primaryDoses: series } = known
  const hasOtherMeaning = row.spellingsHere?.includes(name) === true
  const own = hasOtherMeaning ? [] : [name]
  const listed = { spellings: [...own, ...words(spellings)], misspellings: words(misspellings) }
  return { mp, ma, vp, name, series, ...row, ...listed }
}

function words(line: string): readonly string[] {
  return line.split('|').filter(Boolean)
}
