import { disagrees } from '../../identity/agreement.ts'
import { isForeignRegistry, isRegistry } from '../../identity/personal-number.ts'
import type { RowRule, RuleInfo } from '../rule.ts'

/** The number says who it belongs to, and this is somebody else. Which of the two is wrong, nobody can tell from here. */
export const numberAgainstPerson: RowRule = {
  id: 'ID-07',
  severity: 'R',
  fix: 'S',
  fields: ['id_number', 'sex', 'birth_date'],
  example: '079190001234 (female, 1990), Nam, 1990',
  check(row, report) {
    const { id, isVietnamese } = row.facts
    if (id.kind !== 'personal' || !isVietnamese) return
    const isForeign = isForeignRegistry(id.province)
    if (disagrees(id, row.facts) || !(isForeign || isRegistry(id.province))) {
      report.find(numberAgainstPerson, 'id_number')
    } else if (isForeign) report.find(foreignRegistry, 'id_number')
  },
}

/** Born abroad, or mistyped: no list of those codes was to be had. */
const foreignRegistry: RuleInfo = { ...numberAgainstPerson, severity: 'W' }

/** A foreigner with a personal number, a citizen with a passport only. */
export const otherKindOfNumber: RowRule = {
  id: 'ID-12',
  severity: 'R',
  fix: 'M',
  fields: ['id_number', 'nationality'],
  example: 'KR, 001085012345',
  check(row, report) {
    const { id, isVietnamese } = row.facts
    if (id.kind === (isVietnamese ? 'passport' : 'personal')) report.find(otherKindOfNumber, 'id_number')
  },
}

const vietnamesePassport = /^[A-Z]\d{7,8}$/
/** As the machine-readable zone holds it (ICAO 9303). */
const anyPassport = /^[A-Z0-9]{5,9}$/

export const malformedPassport: RowRule = {
  id: 'ID-13',
  severity: 'R',
  fix: 'M',
  fields: ['id_number', 'nationality'],
  example: 'M1234',
  check(row, report) {
    const { id, isVietnamese } = row.facts
    if (isVietnamese) {
      if (id.kind === 'passport' && !vietnamesePassport.test(id.text)) report.find(malformedPassport, 'id_number')
      return
    }
    if (id.kind !== 'malformed' && id.kind !== 'short') return
    const text = row.values.id_number.replace(/[\s.-]/g, '').toUpperCase()
    if (!anyPassport.test(text)) report.find(malformedPassport, 'id_number')
  },
}

export const cancelledNumber: RowRule = {
  id: 'ID-14',
  severity: 'R',
  fix: 'S',
  fields: ['id_number'],
  example: '001085012345 → 001085054321?',
  check(row, report, { codes }) {
    const { id } = row.facts
    if (codes.cancelledNumbers.size === 0 || (id.kind !== 'personal' && id.kind !== 'cmnd')) return
    const current = codes.cancelledNumbers.get(id.digits)
    if (current !== undefined) report.find(cancelledNumber, 'id_number', current)
  },
}

export const idPersonRules: readonly RowRule[] = [
  numberAgainstPerson,
  otherKindOfNumber,
  malformedPassport,
  cancelledNumber,
]
