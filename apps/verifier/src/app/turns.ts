/** Tells the newest start from all before it, so that nothing slow ever shows over what came later. */
export interface Turns {
  /** A new start, which ends all others. Says whether it is still the newest. */
  begin(): () => boolean
  /** What is under way belongs to nobody any more. */
  forget(): void
}

export function createTurns(): Turns {
  let newest = 0
  return {
    begin() {
      newest += 1
      const mine = newest
      return () => mine === newest
    },
    forget() {
      newest += 1
    },
  }
}
