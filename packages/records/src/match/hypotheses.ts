import { personalNumber } from '../identity/personal-number.ts'
import { nameKey } from '../names/canonical.ts'
import { type Declared, identityOf } from './declared.ts'
import { isLastSixSlip } from './number-slip.ts'
import type { Identity } from './register.ts'

/** What is supposed of a tuple that the register called wrong, in the order of asking: cheap and frequent ones first. */
export const hypothesisKinds = [
  'marks',
  'day-month',
  'year-only',
  'sex-digit',
  'leading-zero',
  'look-alikes',
  'old-number',
  'last-six',
] as const

export type HypothesisKind = (typeof hypothesisKinds)[number]

/** The declared tuple with one field changed. */
export interface Hypothesis {
  readonly kind: HypothesisKind
  readonly field: keyof Identity
  readonly identity: Identity
}

/** What is known beside the declared tuple. */
export interface Hints {
  /** Canonical names that stand under the same number. */
  readonly names: readonly string[]
  /** Birth dates that stand under the same number. */
  readonly birthDates: readonly string[]
  /** Numbers that replaced the declared one. */
  readonly currentNumbers: readonly string[]
  /** Number of the one person of the register with this name, birth date and commune. */
  readonly namesakeNumber: string
}

export const noHints: Hints = { names: [], birthDates: [], currentNumbers: [], namesakeNumber: '' }

/** Questions after the first one (vietnam.md §7.2, step 4). */
export const MOST_HYPOTHESES = 6

/** At most six, each with exactly one field changed, ranked; only those that something speaks for. */
export function hypothesesOf(declared: Declared, hints: Hints): readonly Hypothesis[] {
  const asked = new Set<string>()
  const hypotheses = hypothesisKinds.flatMap((kind) => {
    const { field, values } = guesses[kind](declared, hints)
    return [...new Set(values)].flatMap((value) => {
      const identity =
        value === '' || value === declared[field] ? undefined : identityOf({ ...declared, [field]: value })
      const isNew = identity !== undefined && !asked.has(`${field} ${value}`)
      if (isNew) asked.add(`${field} ${value}`)
      return isNew ? [{ kind, field, identity }] : []
    })
  })
  return hypotheses.slice(0, MOST_HYPOTHESES)
}

interface Guess {
  readonly field: keyof Identity
  readonly values: readonly string[]
}

const marked = /[^ -~]/

const guesses: Readonly<Record<HypothesisKind, (declared: Declared, hints: Hints) => Guess>> = {
  marks: ({ name }, { names }) => ({ field: 'name', values: marked.test(name) ? [] : namesLike(name, names) }),
  'day-month': ({ turned }) => ({ field: 'birthDate', values: [turned] }),
  'year-only': ({ birthDate }, { birthDates }) => ({
    field: 'birthDate',
    values: otherPrecision(birthDate, birthDates),
  }),
  'sex-digit': ({ number }) => ({ field: 'sex', values: number.length === 12 ? [personalNumber(number).sex] : [] }),
  'leading-zero': ({ padded }) => ({ field: 'number', values: [padded] }),
  'look-alikes': ({ repaired }) => ({ field: 'number', values: [repaired] }),
  'old-number': (_, { currentNumbers }) => ({ field: 'number', values: currentNumbers }),
  'last-six': ({ number }, { namesakeNumber }) => ({
    field: 'number',
    values: isLastSixSlip(number, namesakeNumber) ? [namesakeNumber] : [],
  }),
}

function namesLike(name: string, names: readonly string[]): readonly string[] {
  const key = nameKey(name)
  return names.filter((other) => marked.test(other) && nameKey(other) === key)
}

/** 1 January may stand for a year; of a year, the whole date that is known. */
function otherPrecision(birthDate: string, birthDates: readonly string[]): readonly string[] {
  if (birthDate.endsWith('-01-01')) return [birthDate.slice(0, 4)]
  return birthDate.length === 10 || birthDate === ''
    ? []
    : birthDates.filter((other) => other.startsWith(`${birthDate}-`))
}
