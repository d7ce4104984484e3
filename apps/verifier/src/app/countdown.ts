import { type ReadonlySignal, signal } from '@preact/signals'

/** Seconds until something happens by itself. */
export interface Countdown {
  /** Undefined while nothing is counted. */
  readonly left: ReadonlySignal<number | undefined>
  /** How many there were at first, or when more were given. */
  readonly from: ReadonlySignal<number>
  /** Counts anew from so many seconds; `onEnd` is called once, when none are left. */
  start(seconds: number, onEnd: () => void): void
  /** Gives at least so many seconds from now, if anything is counted. */
  extend(seconds: number): void
  stop(): void
}

export function createCountdown(): Countdown {
  const left = signal<number | undefined>(undefined)
  const from = signal(0)
  let timer: ReturnType<typeof setInterval> | undefined

  function stop(): void {
    clearInterval(timer)
    left.value = undefined
  }

  function tick(onEnd: () => void): void {
    const remaining = (left.value ?? 0) - 1
    if (remaining > 0) left.value = remaining
    else {
      stop()
      onEnd()
    }
  }

  return {
    left,
    from,
    start(seconds, onEnd) {
      stop()
      from.value = seconds
      left.value = seconds
      timer = setInterval(() => tick(onEnd), 1000)
    },
    extend(seconds) {
      if (left.value === undefined || left.value >= seconds) return
      from.value = seconds
      left.value = seconds
    },
    stop,
  }
}
