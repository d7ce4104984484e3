/** For how long a text must not be seen until it counts as having left the view, in milliseconds. */
const LEFT_AFTER = 1_500

/** After how long a text that stays in view is reported again, in milliseconds. */
const AGAIN_AFTER = 8_000

/** Tells a new code from one that is still being held before the camera. */
export interface Repeats {
  /** Whether a text seen now is to be reported. */
  isNew(text: string, now: number): boolean
  /** Drops what was remembered once it no longer matters. To be called now and then. */
  forgetAfter(now: number): void
  /** Counts on from now after a pause, in which nothing was looked at. */
  goOn(now: number): void
  forget(): void
}

export function createRepeats(): Repeats {
  let last: { readonly text: string; readonly reported: number; seen: number } | undefined

  function forgetAfter(now: number): void {
    if (last && (now - last.seen > LEFT_AFTER || now - last.reported > AGAIN_AFTER)) last = undefined
  }

  return {
    isNew: (text, now) => {
      forgetAfter(now)
      if (last?.text === text) {
        last.seen = now
        return false
      }
      last = { text, reported: now, seen: now }
      return true
    },
    forgetAfter,
    goOn: (now) => {
      if (last) last = { text: last.text, reported: now, seen: now }
    },
    forget: () => {
      last = undefined
    },
  }
}
