/** The codes a field may hold, as published by the eHealth Network (eu-dcc-valuesets, release 2.12). */
export interface ValueSet {
  /** The value set's own identifier, under which rules name it too. */
  readonly id: string
  /** The day it is dated, "2023-01-25". */
  readonly date: string
  /** Codes for new certificates. */
  readonly active: readonly string[]
  /** Codes that old certificates may hold and new ones may not. */
  readonly deprecated: readonly string[]
  /** For a set that changes daily and is not kept here: what its codes look like. */
  readonly form?: RegExp
}
