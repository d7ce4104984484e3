/** In which of four ways the promise can be broken. */
export type Broken = 'lost' | 'duplicate' | 'unlogged' | 'differing'

/** What was found wrong, each thing once however often it was seen. */
export interface Findings {
  /** `what` says nothing but numbers and fixed words. */
  add(kind: Broken, what: string): void
  counts(): Record<Broken, number>
  /** The first of them. */
  list(): readonly string[]
}

const MOST = 40

export function findings(): Findings {
  const found: Readonly<Record<Broken, Set<string>>> = {
    lost: new Set(),
    duplicate: new Set(),
    unlogged: new Set(),
    differing: new Set(),
  }
  const kinds = Object.keys(found) as Broken[]
  return {
    add: (kind, what) => void found[kind].add(what),
    counts: () => ({
      lost: found.lost.size,
      duplicate: found.duplicate.size,
      unlogged: found.unlogged.size,
      differing: found.differing.size,
    }),
    list: () => kinds.flatMap((kind) => [...found[kind]].map((what) => `${kind}: ${what}`)).slice(0, MOST),
  }
}
