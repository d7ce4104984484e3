/** Dose number and doses in the series, as in `v.dn` and `v.sd`. */
export interface SeriesPosition {
  readonly dn: number
  readonly sd: number
}

/**
 * The position of a person's `dn`th dose, whose first product takes so many primary doses. Boosters (Implementing
 * Decision (EU) 2021/2301): after two primary doses 3/3, 4/4; after three 4/4; after one the series stays at one, 2/1, 3/1.
 */
export function seriesPosition(dn: number, primaryDoses: number): SeriesPosition {
  return { dn, sd: primaryDoses === 1 ? 1 : Math.max(dn, primaryDoses) }
}
