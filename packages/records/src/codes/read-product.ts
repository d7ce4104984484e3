import type { CodeSets } from './code-sets.ts'

/** The `mp` code of a spelling that a product list knows; undefined for every other. */
export function readProduct(text: string, { products }: CodeSets): string | undefined {
  return products.find(({ mp, spellings }) => mp === text || spellings.includes(text))?.mp
}
