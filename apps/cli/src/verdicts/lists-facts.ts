import type { ListsAge } from '@vaxcert/core/trust'
import type { Fact } from './facts.ts'

/** The snapshot that a verdict rests on. */
export interface HeldLists {
  /** Of its manifest, which counts anew in each epoch. */
  readonly epoch: number
  readonly number: number
  readonly age: ListsAge
}

/** "number 12, 3 hours old, fresh"; nothing where a verdict rests on a bare trust list. */
export function listsFacts(lists: HeldLists | undefined): readonly Fact[] {
  if (lists === undefined) return []
  const { age, seconds, clock } = lists.age
  const state = `${oldness(seconds)}, ${age.replace('-', ' ')}`
  return [['Lists', `number ${lists.number}, ${state}${clock === 'behind' ? ', by a clock that is behind' : ''}`]]
}

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

/** In the largest unit that there are two of. */
function oldness(seconds: number): string {
  if (seconds < 0) return 'from a time that has not come'
  const [name, length] = units.find(([, unit]) => seconds >= 2 * unit) ?? ['second', 1]
  const count = Math.floor(seconds / length)
  return `${count} ${name}${count === 1 ? '' : 's'} old`
}
