/** How old the lists of a snapshot are, and whether the device's clock can be right. */
export interface ListsAge {
  /** `stale` lists are used with a warning; with lists `too-old` nothing is accepted. */
  readonly age: 'fresh' | 'stale' | 'too-old'
  /** Since the manifest was issued; below zero when it says a time that has not come yet. */
  readonly seconds: number
  /** `behind`: the clock shows a time before the newest one ever seen. */
  readonly clock: 'right' | 'behind'
}

/** Ages of lists, in seconds since the manifest was issued. They stand in the signed manifest. */
export interface AgeLimits {
  readonly staleAfter: number
  readonly tooOldAfter: number
}

/** What a snapshot knows of time, in whole seconds since 1970. */
export interface SeenTimes {
  readonly issuedAt: number
  readonly limits: AgeLimits
  /** Newest time ever seen: signed by a list, or shown by this device's clock. */
  readonly newest: number
}

/** How far a clock may lie before the newest time seen without being called behind: clocks differ. */
const CLOCK_TOLERANCE = 300

/** The age at a moment. A clock that is behind makes no list younger: what was seen counts. */
export function listsAge({ issuedAt, limits, newest }: SeenTimes, now: Date): ListsAge {
  const clock = now.getTime() / 1000
  if (Number.isNaN(clock)) throw new TypeError('now: not a date')
  const seconds = Math.floor(clock) - issuedAt
  const atLeast = Math.max(clock, newest) - issuedAt
  const age = atLeast > limits.tooOldAfter ? 'too-old' : atLeast > limits.staleAfter ? 'stale' : 'fresh'
  return { age, seconds, clock: clock < newest - CLOCK_TOLERANCE ? 'behind' : 'right' }
}
