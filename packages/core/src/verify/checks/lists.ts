import { Fault } from '../../fault.ts'
import type { ListsAge } from '../../trust/lists-age.ts'
import type { Warning } from '../verdict.ts'

/**
 * Whether the device's clock can be right: it must not lie before what our signed lists have seen.
 * Asked before every check of times, for each would be answered wrongly.
 * @throws Fault `clock.behind`
 */
export function checkClock(lists: ListsAge | undefined): void {
  if (lists?.clock === 'behind') throw new Fault('clock.behind', 'the clock is behind the newest list')
}

const FRESH: readonly Warning[] = Object.freeze([])
const STALE: readonly Warning[] = Object.freeze(['lists.stale'] as const)

/**
 * Whether our lists are young enough for what follows: they name what is revoked and which rules apply.
 * @throws Fault `lists.too-old`
 */
export function checkAge(lists: ListsAge | undefined): readonly Warning[] {
  if (lists === undefined || lists.age === 'fresh') return FRESH
  if (lists.age === 'too-old') throw new Fault('lists.too-old', 'nobody has renewed our lists for too long')
  return STALE
}
