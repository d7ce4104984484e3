import type { ForeignCountry } from './other-names.ts'

export type Sex = 'male' | 'female'

/** Somebody who does not exist. */
export interface Person {
  /** From 1 on, over the whole province. */
  readonly id: number
  readonly name: string
  readonly sex: Sex
  /** "1985-05-13" */
  readonly birthDate: string
  readonly nationality: 'VN' | ForeignCountry
  /** Personal number of a citizen, passport number of a foreigner. */
  readonly number: string
  /** The old number of 9 digits, where that is the one that is shown. */
  readonly oldNumber?: string
  /** What the number was before it was cancelled. */
  readonly cancelled?: string
  /** Whether the family knows the child's number. */
  readonly knowsNumber: boolean
  readonly isKinh: boolean
  readonly phone: string
  readonly guardian?: Guardian
  readonly household: string
  readonly address: string
  /** Index of the commune of residence. */
  readonly commune: number
  /** "2021-10-01" */
  readonly died?: string
}

export interface Guardian {
  readonly name: string
  readonly phone: string
  readonly relation: string
  readonly number: string
}
