import { signal } from '@preact/signals'
import type { Outcome, ShiftCounts } from '../app/services.ts'

const none: Readonly<Record<Outcome, number>> = { accepted: 0, refused: 0, undecided: 0, other: 0 }

/** Counts since the page was opened or the shift began: numbers in memory, nothing of any person. */
export function createShift(): ShiftCounts {
  const counts = signal(none)
  return {
    counts,
    add: (outcome) => {
      counts.value = { ...counts.value, [outcome]: counts.value[outcome] + 1 }
    },
    reset: () => {
      counts.value = none
    },
  }
}
