import type { Random } from './random.ts'

/** Chooses exactly `chosen` of `all`, one after the other, each as likely (Knuth, algorithm S). */
export interface Quota {
  /** Whether the next one is chosen. */
  next(): boolean
}

export function quota(chosen: number, all: number, random: Random): Quota {
  let [wanted, left] = [chosen, all]
  return {
    next() {
      const isChosen = random.below(left) < wanted
      left -= 1
      if (isChosen) wanted -= 1
      return isChosen
    },
  }
}

/** The same, but those that are fit come first for as long as they last: `share` of them, in thousands, is expected. */
export function fittingQuota(
  chosen: number,
  all: number,
  share: number,
  random: Random,
): { next(isFit: boolean): boolean } {
  let [wanted, left] = [chosen, all]
  return {
    next(isFit) {
      const isPressed = wanted >= left
      const isChosen =
        wanted > 0 && (isPressed || (isFit && random.below(Math.max(1, Math.floor((left * share) / 1000))) < wanted))
      left -= 1
      if (isChosen) wanted -= 1
      return isChosen
    },
  }
}
