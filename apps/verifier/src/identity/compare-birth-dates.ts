import type { FieldMatch } from './compare.ts'
import type { IdentityPaper } from './identity-card.ts'
import { isWhole, type PartialDate, readIsoDate } from './partial-date.ts'

/** Why two birth dates are not simply the same. */
export type DateReason =
  /** One of them says more than the other; what both say agrees. */
  | 'partial'
  /** The paper hides a part; what it shows agrees. */
  | 'masked'
  /** One of them says 1 January, which many registries write when only the year is known. */
  | 'first-of-january'
  /** The same but for day and month, which have changed places. */
  | 'day-and-month'
  /** The machine readable zone has two digits of the year, and these agree. */
  | 'century'
  | 'other-date'
  | 'no-date'

type Match = Pick<FieldMatch, 'outcome' | 'why'>

/** Compares the `dob` of a certificate with a paper. */
export function compareBirthDates(dob: string, { kind, name, birthDate: stated }: IdentityPaper): Match {
  const certified = readIsoDate(dob)
  if (certified === undefined || stated === undefined) return { outcome: 'unknown', why: 'no-date' }
  const isMrz = kind === 'passport' || name.includes('<')
  if (conflict(certified, stated)) return nearlySame(certified, stated, isMrz)
  const isMasked = kind === 'mic-personal' && !isWhole(stated)
  if (stated.year === undefined) return { outcome: 'unknown', why: isMasked ? 'masked' : 'no-date' }
  if (isMasked) return { outcome: 'similar', why: 'masked' }
  return sayTheSame(certified, stated) ? { outcome: 'same' } : { outcome: 'similar', why: 'partial' }
}

/** What certificates and cards get wrong; everything else is another birth date. */
function nearlySame(certified: PartialDate, stated: PartialDate, isMrz: boolean): Match {
  if (isWhole(certified) && isWhole(stated)) {
    const isSwapped = certified.month === stated.day && certified.day === stated.month
    const isSameDay = certified.month === stated.month && certified.day === stated.day
    if (certified.year === stated.year && isSwapped) return { outcome: 'similar', why: 'day-and-month' }
    if (isMrz && isSameDay && Math.abs(certified.year - stated.year) === 100)
      return { outcome: 'similar', why: 'century' }
  }
  const isDefault = [certified, stated].some(({ month, day }) => month === 1 && day === 1)
  return certified.year === stated.year && isDefault
    ? { outcome: 'similar', why: 'first-of-january' }
    : { outcome: 'different', why: 'other-date' }
}

function conflict(a: PartialDate, b: PartialDate): boolean {
  return (['year', 'month', 'day'] as const).some(
    (part) => a[part] !== undefined && b[part] !== undefined && a[part] !== b[part],
  )
}

/** Whether both know the same parts: a card can know the day without the month. */
function sayTheSame(a: PartialDate, b: PartialDate): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day
}
