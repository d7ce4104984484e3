import type { CodeSets, Province } from './code-sets.ts'
import { products } from './products.ts'
import { provinces2004 } from './provinces-2004.ts'
import { provinces2025 } from './provinces-2025.ts'

/** Every administrative unit of both lists. */
export const provinces: readonly Province[] = [...provinces2004, ...provinces2025]

/** What is known without any file: provinces and products. Lots, facilities, communes and cancelled numbers are empty. */
export const defaultCodeSets: CodeSets = {
  provinces,
  products,
  lots: new Map(),
  facilities: new Map(),
  cancelledNumbers: new Map(),
  communes: new Map(),
}
