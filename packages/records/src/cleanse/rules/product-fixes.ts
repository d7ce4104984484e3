import { readTriple } from '../../codes/read-triple.ts'
import type { RowRule } from '../rule.ts'

/**
 * Holder and kind come from the product's code, never from the record. Where the record's are right they are left out;
 * where they are not, one of the codes is wrong, and which, a person says.
 */
export const notOneVaccine: RowRule = {
  id: 'DS-07',
  severity: 'B',
  fix: 'A',
  fields: ['product'],
  example: 'EU/1/21/1529 ORG-100030215 → EU/1/21/1529?',
  check(row, report) {
    const coded = readTriple(row.values.product)
    if (coded?.fits === true) report.fix(notOneVaccine, 'product', coded.mp)
    else if (coded !== undefined) report.find(notOneVaccine, 'product', coded.mp)
  },
}

export const productFixes: readonly RowRule[] = [notOneVaccine]
