import { dayOf, daysBetween, isoOfDay } from '../dates/days.ts'
import type { Backlog, BacklogKind } from './backlogs.ts'

/** What was open on a day. */
export interface OpenOnDay {
  /** "2022-05-31". */
  readonly day: string
  readonly open: number
}

/** How a backlog goes down, and whether a deadline will be kept if it goes on so. */
export interface BurnDown {
  readonly kind: BacklogKind
  /** First day on which all must be done, "2022-06-01". */
  readonly deadline: string
  /** By day; the last is that of the report. */
  readonly points: readonly OpenOnDay[]
  /** Days from the last point until the deadline; 0 where it is past. */
  readonly daysLeft: number
  /** Doses a day from now on, rounded up; absent where no day is left. */
  readonly neededPerDay?: number
  /** Doses a day between the first point and the last, rounded down; below 0 where the backlog grew. Needs two days. */
  readonly donePerDay?: number
  /** Day on which the backlog would be gone at that pace; absent where there is none, or it comes to no end in ten years. */
  readonly projectedEnd?: string
}

/** What is known of an earlier day. */
export interface Snapshot {
  readonly day: string
  readonly backlogs: readonly Backlog[]
}

const TEN_YEARS = 3_653

/** One for each backlog of the last snapshot. Days before which nothing of that kind was measured have no point. */
export function burnDowns(snapshots: readonly Snapshot[], deadline: string): readonly BurnDown[] {
  const inOrder = snapshots.toSorted((one, other) => (one.day < other.day ? -1 : 1))
  const kinds = inOrder.at(-1)?.backlogs.map(({ kind }) => kind) ?? []
  return kinds.map((kind) => {
    const points = inOrder.flatMap(({ day, backlogs }) =>
      backlogs.filter((backlog) => backlog.kind === kind).map(({ doses }) => ({ day, open: doses })),
    )
    return burnDown(kind, points, deadline)
  })
}

/** @param points one at least, by day, no day twice */
export function burnDown(kind: BacklogKind, points: readonly OpenOnDay[], deadline: string): BurnDown {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) throw new TypeError('a burn-down needs a point')
  const daysLeft = Math.max(0, daysBetween(last.day, deadline))
  const needed = daysLeft === 0 ? {} : { neededPerDay: Math.ceil(last.open / daysLeft) }
  return { kind, deadline, points, daysLeft, ...needed, ...paceOf(first, last) }
}

function paceOf(first: OpenOnDay, last: OpenOnDay): Pick<BurnDown, 'donePerDay' | 'projectedEnd'> {
  const days = daysBetween(first.day, last.day)
  if (days === 0) return {}
  const done = first.open - last.open
  const pace = { donePerDay: Math.floor(done / days) }
  if (last.open === 0) return { ...pace, projectedEnd: last.day }
  const left = done <= 0 ? Number.POSITIVE_INFINITY : Math.ceil((last.open * days) / done)
  return left > TEN_YEARS ? pace : { ...pace, projectedEnd: isoOfDay(dayOf(last.day) + left) }
}
