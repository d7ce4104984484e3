import type { ListsAge } from '@vaxcert/core/trust'
import { writeAge } from '../durations.ts'
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
  const state = `${writeAge(seconds)}, ${age.replace('-', ' ')}`
  return [['Lists', `number ${lists.number}, ${state}${clock === 'behind' ? ', by a clock that is behind' : ''}`]]
}
