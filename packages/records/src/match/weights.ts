import type { Levels } from './compare.ts'

/** Bits that each level of agreement is worth, log2 of how much likelier it is of one person than of two. By version: configuration. */
export interface MatchWeights {
  readonly version: string
  readonly bits: { readonly [Field in keyof Levels]: Readonly<Record<Levels[Field], number>> }
  /** Equal names are worth what their rarity is, within these bounds; `letters` as much less as it is less than `equal`. */
  readonly rarity: { readonly least: number; readonly most: number }
  readonly decide: Decisions
}

/** Thresholds of the classes (vietnam.md §7.2, step 8), in bits, but for the token score. */
export interface Decisions {
  readonly strong: number
  readonly margin: number
  readonly possible: number
  /** Names below are of different people. */
  readonly otherName: number
}

/** Start values (vietnam.md §7.2, step 6). */
export const matchWeights2022: MatchWeights = {
  version: 'start-2022-05-31',
  bits: {
    number: { equal: 26, slip: 12, 'last-six': 8, old: 18, other: -6, silent: 0 },
    name: { equal: 14, letters: 12, near: 8, alike: 4, other: -8, silent: 0 },
    birthDate: { equal: 14.8, 'new-year': 6, turned: 9, digit: 7, year: 6, other: -7, silent: 0 },
    sex: { equal: 1, other: -5, silent: 0 },
    commune: { equal: 10, other: -2, silent: 0 },
    phone: { equal: 9, other: -1, silent: 0 },
    household: { equal: 8, other: 0, silent: 0 },
  },
  rarity: { least: 8, most: 20 },
  decide: { strong: 10, margin: 10, possible: 2, otherName: 0.6 },
}
