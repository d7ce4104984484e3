import { dayNumber } from '../days.ts'
import { lastDay } from '../province.ts'
import type { Random } from '../random.ts'
import type { Dose } from './dose.ts'

/** How a dose came into the system. */
export interface Entry {
  readonly day: number
  readonly mode: 'live' | 'backlog'
}

/** In these months staff injected and typed later. */
const rush = [dayNumber('2021-08-01'), dayNumber('2021-12-31')] as const

export function entryOf({ day }: Dose, random: Random): Entry {
  const isRush = day >= rush[0] && day <= rush[1]
  if (!random.happens(isRush ? 450_000 : 100_000))
    return { mode: 'live', day: Math.min(lastDay, day + (random.happens(60_000) ? 1 : 0)) }
  const lag = random.happens(120_000) ? 31 + random.below(60) : 2 + random.below(28)
  return { mode: 'backlog', day: Math.min(lastDay, day + lag) }
}
