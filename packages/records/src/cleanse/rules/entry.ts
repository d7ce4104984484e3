import { daysBetween } from '../../dates/days.ts'
import { isBacklog } from '../../dose/entry-mode.ts'
import type { RowRule } from '../rule.ts'

/** How long it took from the injection to the system: a day for new doses, a month where paper was typed in later. */
export const lateEntry: RowRule = {
  id: 'PR-03',
  severity: 'I',
  fix: '-',
  fields: ['entry_date', 'dose_date', 'entry_mode'],
  example: 'given 2021-09-15, entered 2021-09-20',
  check(row, report, { limits: { entryDelay } }) {
    const { doseDate, entryDate } = row.facts
    if (doseDate?.precision !== 'day' || entryDate?.precision !== 'day') return
    if (doseDate.iso === entryDate.iso || doseDate.isAmbiguous || entryDate.isAmbiguous) return
    const allowed = isBacklog(row.values.entry_mode) ? entryDelay.late : entryDelay.soon
    if (daysBetween(doseDate.iso, entryDate.iso) > allowed) report.find(lateEntry, 'entry_date')
  },
}

export const entryRules: readonly RowRule[] = [lateEntry]
