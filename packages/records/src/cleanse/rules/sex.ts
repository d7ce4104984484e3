import type { RowRule } from '../rule.ts'

/** Proposes what the personal number says, never what the name says. */
export const noSex: RowRule = {
  id: 'SX-01',
  severity: 'R',
  fix: 'S',
  fields: ['sex', 'id_number'],
  example: '(empty), 079190001234 → Nữ?',
  check(row, report) {
    const { id, sex } = row.facts
    if (sex !== undefined) return
    report.find(noSex, 'sex', id.kind === 'personal' ? written[id.sex] : undefined)
  },
}

export const sexAgainstNumber: RowRule = {
  id: 'SX-02',
  severity: 'R',
  fix: 'S',
  fields: ['sex', 'id_number'],
  example: 'Nam, 079190001234 → Nữ?',
  check(row, report) {
    const { id, sex } = row.facts
    if (sex === undefined || id.kind !== 'personal' || id.sex === sex) return
    report.find(sexAgainstNumber, 'sex', written[id.sex])
  },
}

export const sexRules: readonly RowRule[] = [noSex, sexAgainstNumber]

const written = { male: 'Nam', female: 'Nữ' } as const
