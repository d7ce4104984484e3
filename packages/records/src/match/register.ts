/** The four fields that letter 9438/BYT-CNTT asks the population register about, in canonical form. */
export interface Identity {
  readonly number: string
  readonly name: string
  /** "1985-05-13", or less where less was recorded. */
  readonly birthDate: string
  readonly sex: 'male' | 'female'
}

/** `unknown`: the register did not answer; ask again later. */
export type RegisterAnswer = 'right' | 'wrong' | 'unknown'

/** The population register, as the health side sees it: it says right or wrong of a whole tuple, nothing more. */
export interface Register {
  check(identity: Identity): Promise<RegisterAnswer>
}
