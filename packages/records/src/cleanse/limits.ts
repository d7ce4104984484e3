/** Thresholds and dates of the rules, by version: configuration, not code. Days unless said otherwise. */
export interface Limits {
  readonly version: string
  /** First injection in the country. */
  readonly campaignStart: string
  /** Nobody is older, in years. */
  readonly oldestAge: number
  /** Youngest at any dose, in years. */
  readonly youngestAge: number
  /** From which day on people of which age, in years, were vaccinated; in the order of days. */
  readonly ageGroups: readonly AgeGroup[]
  /** Between two doses of a person, whatever the product. */
  readonly hardInterval: number
  /** How much earlier than a product's minimum is let pass. */
  readonly intervalGrace: number
  readonly mostDoses: number
  /** A new dose is entered within, a late one is noticed after. */
  readonly entryDelay: { readonly soon: number; readonly late: number }
  /** Two sites claim the same dose when their dates lie at most this far apart. */
  readonly twoSites: number
  readonly sameDoseNumber: number
  /** Two names are of one person at least from this token score. */
  readonly sameName: number
  /** 01/01 is a default where its share is this many times what chance gives. */
  readonly newYearShare: number
  /** An identity must be confirmed within, after its last edit. */
  readonly verifyWithin: number
  /** A certificate lives at most this many months. */
  readonly validMonths: number
}

export interface AgeGroup {
  readonly since: string
  readonly from: number
}

export const limits2022: Limits = {
  version: '2022-05-31',
  campaignStart: '2021-03-08',
  oldestAge: 120,
  youngestAge: 5,
  ageGroups: [
    { since: '2021-03-08', from: 18 },
    { since: '2021-10-14', from: 12 },
    { since: '2022-04-01', from: 5 },
  ],
  hardInterval: 14,
  intervalGrace: 4,
  mostDoses: 5,
  entryDelay: { soon: 1, late: 30 },
  twoSites: 3,
  sameDoseNumber: 28,
  sameName: 0.7,
  newYearShare: 3,
  verifyWithin: 30,
  validMonths: 12,
}
