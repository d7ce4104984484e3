import { isDomestic } from '../dose/country.ts'
import type { CodeSets } from './code-sets.ts'
import { findProduct } from './find-product.ts'

/** The `mp` code that the text of a product surely means in a record of a dose given in that country, as written there. */
export function readProduct(text: string, { products }: CodeSets, country: string): string | undefined {
  const match = findProduct(text, products, isDomestic(country) ? 'here' : 'abroad')
  return match.kind === 'exact' ? match.mp : undefined
}
