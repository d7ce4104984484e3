import type { ListCase } from '../list-case.ts'
import { listAdvancedCases } from './list-advanced.ts'
import { listForgedCases } from './list-forged.ts'
import { listRefusedCases } from './list-refused.ts'
import { listRootCases } from './list-roots.ts'

/** Every case of signed lists that are offered. */
export const listCases: readonly ListCase[] = [
  ...listAdvancedCases,
  ...listRefusedCases,
  ...listForgedCases,
  ...listRootCases,
]
