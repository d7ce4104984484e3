import type { NameInput } from '../dcc/names.ts'

/** A clean dose: one injection of one person, as the facility confirmed it. */
export interface Dose {
  /** The source system's identifier, unique within a person's timeline. */
  readonly id: string
  /** Medicinal product, the `mp` code of the product table. */
  readonly product: string
  /** Day of the injection, "2021-08-14". */
  readonly date: string
  /** Where it was given, ISO 3166-1 alpha-2. */
  readonly country: string
}

/** The person a certificate speaks of, as in the register or the passport. */
export interface Person {
  readonly name: NameInput
  /** "1990-03-12", or "1990-03", or "1990" where the day was never recorded. */
  readonly birthDate: string
}
