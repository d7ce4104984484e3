/** Why doses wait, by rule. A row with several reasons counts once in `rows`, and under each of them in `reasons`. */
export interface Blocking {
  readonly rows: number
  /** Most frequent first. */
  readonly reasons: readonly BlockingReason[]
}

export interface BlockingReason {
  /** Of the catalogue, "ID-01". */
  readonly rule: string
  readonly rows: number
  /** Rows that wait for this reason alone: to mend it frees them. */
  readonly alone: number
}

const rule = /^[A-Z]{2}-\d\d$/

/** Counts the reasons of listed rows: rules with a blank between, "ID-01 DS-06". */
export function openReasons(): { add(rules: string): void; blocking(): Blocking } {
  const met = new Map<string, { rows: number; alone: number }>()
  let rows = 0
  return {
    add(rules) {
      rows += 1
      const own = new Set(rules.split(' ').filter((one) => rule.test(one)))
      for (const one of own) {
        const counted = met.get(one) ?? { rows: 0, alone: 0 }
        counted.rows += 1
        if (own.size === 1) counted.alone += 1
        met.set(one, counted)
      }
    },
    blocking: () => ({
      rows,
      reasons: [...met]
        .map(([rule, counted]) => ({ rule, ...counted }))
        .toSorted((one, other) => other.rows - one.rows || (one.rule < other.rule ? -1 : 1)),
    }),
  }
}
