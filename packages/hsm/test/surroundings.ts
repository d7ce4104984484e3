import type { Surroundings } from '../src/retry.ts'

/** A world in which time passes only by waiting, and chance is always the same. */
export interface StillSurroundings extends Surroundings {
  /** What was waited for so far, in milliseconds. */
  readonly waits: number[]
  /** Lets time pass. */
  pass(milliseconds: number): void
}

export function stillSurroundings(chance: number = 0.5): StillSurroundings {
  let time = 0
  const waits: number[] = []
  return {
    waits,
    now: () => time,
    random: () => chance,
    async wait(milliseconds, signal) {
      signal?.throwIfAborted()
      waits.push(milliseconds)
      time += milliseconds
    },
    pass: (milliseconds) => {
      time += milliseconds
    },
  }
}
