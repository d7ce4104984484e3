import type { Change } from '../layers.ts'

/** Another prefix in place of `HC1:`. */
export function prefix(other: string): Change {
  return { layer: 'text', make: (_, { base45 }) => other + base45 }
}

/** Something before the prefix. */
export function before(more: string): Change {
  return { layer: 'text', make: (text) => more + text }
}

export const emptyText: Change = { layer: 'text', make: () => '' }
