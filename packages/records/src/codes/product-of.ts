import type { CodeSets, Product } from './code-sets.ts'

const tables = new WeakMap<readonly Product[], ReadonlyMap<string, Product>>()

/** What is known of the product of a code; undefined for products that are not met here. */
export function productOf(mp: string | undefined, { products }: CodeSets): Product | undefined {
  if (mp === undefined) return undefined
  let table = tables.get(products)
  if (table === undefined) {
    table = new Map(products.map((product) => [product.mp, product]))
    tables.set(products, table)
  }
  return table.get(mp)
}
