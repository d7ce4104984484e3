import { missingDose, otherNumber } from './series-rules.ts'
import type { Timeline } from './timeline.ts'

/**
 * Typed numbers against the timeline: DS-12, DS-13. Where somebody counted further than there are doses, one is recorded
 * elsewhere, and no number is changed. Where two doses fall on one day they are not counted at all.
 */
export function judgeNumbers({ doses, tell }: Timeline): void {
  if (doses.some(({ dayRows }) => dayRows.length > 1)) return
  const highest = doses.reduce((most, { typed = 0 }) => Math.max(most, typed), 0)
  if (highest > doses.length) {
    const first = doses.find(({ typed, dn }) => typed !== undefined && typed > dn)
    if (first !== undefined) tell(first, missingDose, 'dose_number', { before: first.doseNumber })
    return
  }
  for (const dose of doses) {
    if (dose.typed === undefined || dose.typed === dose.dn) continue
    tell(dose, otherNumber, 'dose_number', { before: dose.doseNumber, after: `${dose.dn}`, applied: true })
  }
}
