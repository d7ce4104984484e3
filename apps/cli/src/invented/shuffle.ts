import type { Random } from './random.ts'

/** Hands things on in another order, at most some thousands late: memory does not grow. */
export interface Shuffle<T> {
  put(one: T): void
  /** Hands on all that is left. */
  end(): void
}

const ROOM = 4_000

export function shuffle<T>(random: Random, handOn: (one: T) => void): Shuffle<T> {
  const waiting: T[] = []
  const handOne = (): void => {
    const at = random.below(waiting.length)
    const one = waiting[at] as T
    waiting[at] = waiting.at(-1) as T
    waiting.pop()
    handOn(one)
  }
  return {
    put(one) {
      waiting.push(one)
      if (waiting.length > ROOM) handOne()
    },
    end() {
      while (waiting.length > 0) handOne()
    },
  }
}
