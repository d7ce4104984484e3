/** The lists that rules look things up in: data by version, from files. */
export interface CodeSets {
  readonly provinces: readonly Province[]
  readonly products: readonly Product[]
  /** By lot number in capitals; empty where no lot register is at hand. */
  readonly lots: ReadonlyMap<string, Lot>
  /** By facility code; empty where no register is at hand. */
  readonly facilities: ReadonlyMap<string, Facility>
  /** By cancelled number: the number that holds now. */
  readonly cancelledNumbers: ReadonlyMap<string, string>
  /** By commune code and list version, "2004-63/26734". Empty where no list is at hand. */
  readonly communes: ReadonlyMap<string, string>
}

/** Version of an administrative code list: 63 provinces, or the 34 units since 1 July 2025. */
export type ProvinceList = '2004-63' | '2025-34'

export interface Province {
  readonly list: ProvinceList
  /** Two digits, "19". */
  readonly code: string
  readonly name: string
  /** Codes of the older list that became this unit. */
  readonly from?: readonly string[]
}

/** A vaccine licensed or met in Viet Nam (Value Sets for EU Digital COVID Certificates 2.12). */
export interface Product {
  readonly mp: string
  readonly ma: string
  readonly vp: string
  readonly name: string
  readonly icd11: string
  /** Licensed here since; absent for the others. */
  readonly licensed?: string
  /** Doses of the primary series. */
  readonly series: number
  /** Shortest interval within the primary series, in days. */
  readonly minimumInterval: number
  /** Youngest age in years. */
  readonly fromAge: number
  /** The right ways to write it; case, spaces and hyphens aside. */
  readonly spellings: readonly string[]
  /** Ways to write it that mean it only of a dose given in Viet Nam. */
  readonly spellingsHere?: readonly string[]
  /** Ways it is misspelt: suggested, never taken. */
  readonly misspellings: readonly string[]
}

export interface Lot {
  readonly lot: string
  readonly mp: string
  readonly arrived: string
  /** Last day, extensions by the ministry included. */
  readonly expires: string
}

export interface Facility {
  readonly code: string
  readonly name: string
  readonly province: string
  readonly commune: string
  readonly opened?: string
  readonly closed?: string
}
