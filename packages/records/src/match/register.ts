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

/**
 * The population register, as the health side sees it: it says right or wrong of a whole tuple, nothing more. Names are
 * compared as `comparableName` writes them: what differs by letter case, tone place or encoding alone is right.
 */
export interface Register {
  check(identity: Identity): Promise<RegisterAnswer>
  /** The same for many at once, in their order, where the register takes them so. */
  checkAll?(identities: readonly Identity[]): Promise<readonly RegisterAnswer[]>
}

/** Somebody as the register knows them. Texts are '' where it says nothing. */
export interface RegisteredPerson {
  readonly number: string
  /** As the register spells it. */
  readonly name: string
  readonly birthDate: string
  readonly sex: 'male' | 'female'
  /** As the register writes it: a code or a name. */
  readonly commune: string
  readonly phone: string
  readonly household: string
}

/** What a person is looked for by; '' where it is not known. */
export interface Wanted {
  readonly number: string
  /** Canonical. */
  readonly name: string
  readonly birthDate: string
  readonly sex: 'male' | 'female' | ''
  /** As `communeKey` writes it. */
  readonly commune: string
  readonly phone: string
  readonly household: string
}

/** A register that can also be searched: the police's own side, or a sandbox. Never the health side's. */
export interface RegisterSearch {
  /** How many people it holds. */
  size(): Promise<number>
  /** For each, in their order, those who share a block with them (vietnam.md §7.2, step 5): some, never all. */
  candidates(wanted: readonly Wanted[]): Promise<readonly (readonly RegisteredPerson[])[]>
  /** Who has each number, as far as anybody has. */
  holders(numbers: readonly string[]): Promise<ReadonlyMap<string, RegisteredPerson>>
  /** How many people have each canonical name. */
  namesakes(names: readonly string[]): Promise<ReadonlyMap<string, number>>
}
