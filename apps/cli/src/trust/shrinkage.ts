import type { Entry } from './entries.ts'

type Owned = Pick<Entry, 'id' | 'country'>

/** What a new list no longer holds. */
export interface Shrinkage {
  readonly lost: number
  readonly before: number
  /** More than a tenth is gone: a source may have run dry. */
  readonly tooMuch: boolean
  /** Countries of which nothing is left, in the order of the alphabet. */
  readonly countries: readonly string[]
}

/** Largest part of a list that may go unasked. */
export const MAX_LOST = 0.1

/**
 * Compares what was held with what will be. Things are told apart, not counted: a list whose entries were all
 * exchanged for others has lost them all.
 */
export function shrinkage(before: readonly Owned[], after: readonly Owned[]): Shrinkage {
  const remaining = new Set(after.map(({ id }) => id))
  const countries = new Set(after.map(({ country }) => country))
  const lost = before.filter(({ id }) => !remaining.has(id)).length
  const gone = new Set(before.map(({ country }) => country).filter((country) => !countries.has(country)))
  return { lost, before: before.length, tooMuch: lost > before.length * MAX_LOST, countries: [...gone].toSorted() }
}
