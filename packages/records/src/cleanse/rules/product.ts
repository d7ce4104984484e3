import { findProduct } from '../../codes/find-product.ts'
import { productOf } from '../../codes/product-of.ts'
import { readTriple } from '../../codes/read-triple.ts'
import { isDomestic } from '../../dose/country.ts'
import type { RowRule } from '../rule.ts'

/** No product, or a way to write one that nobody has confirmed. Codes that do not fit each other are told as such. */
export const unknownProduct: RowRule = {
  id: 'DS-06',
  severity: 'B',
  fix: 'S',
  fields: ['product', 'country'],
  example: 'Fizer → EU/1/20/1528?',
  check(row, report, { codes }) {
    if (row.facts.product !== undefined || readTriple(row.values.product) !== undefined) return
    const use = isDomestic(row.values.country) ? 'here' : 'abroad'
    const match = findProduct(row.values.product, codes.products, use)
    report.find(unknownProduct, 'product', match.kind === 'unknown' ? undefined : match.mp)
  },
}

/** Of Decision 5772/QĐ-BYT. */
export const unlicensedProduct: RowRule = {
  id: 'DS-08',
  severity: 'R',
  fix: 'F',
  fields: ['product', 'country'],
  example: 'CoronaVac, VN',
  check(row, report, { codes }) {
    const { product } = row.facts
    if (product === undefined || productOf(product, codes)?.licensed !== undefined) return
    if (isDomestic(row.values.country)) report.find(unlicensedProduct, 'product')
  },
}

export const productRules: readonly RowRule[] = [unknownProduct, unlicensedProduct]
