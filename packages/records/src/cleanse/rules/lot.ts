import { knownLot, likeLot } from '../../codes/known-lot.ts'
import { readLotText, withoutLookAlikes } from '../../dose/lot-text.ts'
import type { RowRule } from '../rule.ts'

export const noLot: RowRule = {
  id: 'DS-09',
  severity: 'W',
  fix: 'F',
  fields: ['lot'],
  example: '(empty)',
  check(row, report) {
    if (row.values.lot === '' || readLotText(row.values.lot) === 'none') report.find(noLot, 'lot')
  },
}

/** Of another product, or nothing that a producer prints. Proposes digits for the letters that look like them. */
export const wrongLot: RowRule = {
  id: 'DS-10',
  severity: 'R',
  fix: 'S',
  fields: ['lot', 'product'],
  example: 'FKO112 → FK0112?',
  check(row, report, { codes }) {
    const { lot } = row.values
    const text = lot === '' ? 'none' : readLotText(lot)
    if (text === 'none') return
    const { product } = row.facts
    const known = knownLot(lot, codes)
    if (known !== undefined) {
      if (product !== undefined && known.mp !== product) report.find(wrongLot, 'lot')
      return
    }
    const like = likeLot(lot, codes)
    const suggestion =
      like !== undefined && like.mp === (product ?? like.mp) ? like.lot : withoutLookAlikes(lot, product)
    if (suggestion !== undefined || text === 'impossible') report.find(wrongLot, 'lot', suggestion)
  },
}

export const lotRules: readonly RowRule[] = [noLot, wrongLot]
