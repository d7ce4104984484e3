/** Which doses may follow which, and after how many days: guidance of the ministry, by version and day. */
export interface SeriesPolicy {
  readonly version: string
  /** Shorter or longer intervals within the primary series than the product's own, for some places or from some day. */
  readonly exceptions: readonly IntervalException[]
  /** From the completed primary series to an additional dose. */
  readonly additionalInterval: number
  /** From the dose before to a booster given since that day; in the order of days. */
  readonly boosterIntervals: readonly BoosterInterval[]
  readonly forbiddenMixes: readonly ForbiddenMix[]
}

export interface IntervalException {
  /** `mp` of the dose before. */
  readonly product: string
  /** Province in which the later dose is given, code of the 63. */
  readonly province?: string
  readonly since?: string
  readonly days: number
}

export interface BoosterInterval {
  readonly since: string
  readonly days: number
}

/** A second dose that may not follow a first of the product, given from `since` to `until`, both included. */
export interface ForbiddenMix {
  readonly first: string
  /** `mp` codes; absent where every other product is meant. */
  readonly second?: readonly string[]
  readonly since: string
  readonly until?: string
}

/** 10722/BYT-DP and the guidance before it. */
export const seriesPolicy2022: SeriesPolicy = {
  version: '2022-05-31',
  // Hồ Chí Minh City was allowed six weeks for AstraZeneca, elsewhere eight to twelve.
  exceptions: [{ product: 'EU/1/21/1529', province: '79', days: 42 }],
  additionalInterval: 28,
  // Six months at first, three since 17 December 2021.
  boosterIntervals: [
    { since: '2021-03-08', days: 180 },
    { since: '2021-12-17', days: 90 },
  ],
  forbiddenMixes: [
    { first: 'EU/1/21/1529', second: ['EU/1/20/1507'], since: '2021-03-08' },
    { first: 'BBIBP-CorV', since: '2021-03-08' },
  ],
}
