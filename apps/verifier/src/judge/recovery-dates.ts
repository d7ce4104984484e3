import type { Dcc } from '@vaxcert/core/dcc'

/**
 * How a day lies outside the dates that a recovery certificate gives itself (`df`, `du`). Rules of a country decide what
 * follows; without them a checker must be told. Dates that cannot be read say nothing.
 */
export function outsideRecoveryDates(dcc: Dcc, at: Date): 'recovery-early' | 'recovery-over' | undefined {
  const [recovery] = dcc.r ?? []
  const today = dayOf(at)
  if (isBefore(recovery?.du, today)) return 'recovery-over'
  return isBefore(today, recovery?.df) ? 'recovery-early' : undefined
}

/** ISO days compare as texts; real issuers append times. */
function isBefore(first = '', second = ''): boolean {
  const [one, other] = [first.slice(0, 10), second.slice(0, 10)]
  return [one, other].every((day) => /^\d{4}-\d\d-\d\d$/.test(day)) && one < other
}

/** The calendar day of this device, as its clock shows it. */
function dayOf(at: Date): string {
  const pad = (part: number) => String(part).padStart(2, '0')
  return [at.getFullYear(), pad(at.getMonth() + 1), pad(at.getDate())].join('-')
}
