import type { ComparedPair } from './compare.ts'
import type { RegisteredPerson } from './register.ts'
import type { Decisions } from './weights.ts'

/**
 * What is to be done with a person of whom the register did not say right (vietnam.md §7.2, step 8). B: one-click by an
 * officer. C: the commune police looks. D: it is somebody else's number. E: nobody is like it.
 */
export type OpenClass = 'B' | 'C' | 'D' | 'E'

/** A candidate, and how much speaks for it. */
export interface Scored extends ComparedPair {
  readonly person: RegisteredPerson
  readonly bits: number
}

export interface Classified {
  readonly class: OpenClass
  readonly best?: Scored
  /** Bits between the best and the next; absent where there is no next. */
  readonly margin?: number
  /** Whether the declared number is that of somebody with another name and another birth date. */
  readonly isNumberOfOther?: boolean
  /** How many candidates come within the margin of the best. */
  readonly candidates: number
}

/** No class accepts anybody. B asks for the number: name, birth date and sex are no identifier, whatever their bits. */
export function classify(scored: readonly Scored[], decide: Decisions): Classified {
  const ranked = scored.toSorted((a, b) => b.bits - a.bits || (a.person.number < b.person.number ? -1 : 1))
  const [best, next] = ranked
  if (best === undefined) return { class: 'E', candidates: 0 }
  const conflict = ranked.find((one) => isConflict(one, decide))
  const isNumberOfOther = conflict !== undefined
  if (isNumberOfOther && (conflict === best || best.bits < decide.strong))
    return { class: 'D', best: conflict, candidates: 1, isNumberOfOther }
  const margin = next === undefined ? undefined : best.bits - next.bits
  const candidates = ranked.filter(({ bits }) => best.bits - bits < decide.margin && bits >= decide.possible).length
  const found = classOf(best, margin, isNumberOfOther, decide)
  return { class: found, best, candidates, isNumberOfOther, ...(margin !== undefined && { margin }) }
}

/** The declared number is that of somebody with another name and another birth date. */
function isConflict({ levels, nameScore }: Scored, { otherName }: Decisions): boolean {
  return (
    levels.number === 'equal' && nameScore < otherName && levels.birthDate !== 'equal' && levels.birthDate !== 'silent'
  )
}

function classOf(
  { bits, levels }: Scored,
  margin: number | undefined,
  isOfOther: boolean,
  decide: Decisions,
): OpenClass {
  if (bits < decide.possible) return 'E'
  const isAlone = margin === undefined || margin >= decide.margin
  const hasNumber = levels.number === 'equal' || levels.number === 'slip'
  return bits >= decide.strong && isAlone && hasNumber && !isOfOther ? 'B' : 'C'
}
