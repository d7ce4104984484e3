import { Fault } from '@vaxcert/core/fault'
import { confirmedFields } from '../confirm/confirmed-fields.ts'
import { WITHDRAWN } from '../dose/status.ts'
import { emptyValues } from '../read/row-values.ts'
import { type Field, type FieldValues, fields } from '../record.ts'
import type { CorrectCode } from './correct-codes.ts'
import type { Correction } from './event.ts'

/** The doses that corrections are about, by identifier. */
export type Doses = ReadonlyMap<string, Readonly<FieldValues>>

/** What follows from a correction for a certificate: `ci` is revoked, and with `revoke-and-reissue` a new one is made. */
export interface Consequence {
  readonly action: 'revoke-and-reissue' | 'revoke'
  readonly dose: string
  readonly ci: string
}

/**
 * The doses after corrections; those handed in are not touched, and all or none are done. What a dose says already is
 * done: corrections may be applied again to doses that were corrected before.
 * @throws Fault `correct.unknown-dose`, `correct.known-dose` for one to be added that is there and says something else,
 * `correct.stale` where a value is none that the corrections know of
 */
export function applyCorrections(doses: Doses, corrections: readonly Correction[]): Doses {
  const after = new Map(doses)
  for (const dose of new Set(corrections.map((one) => one.dose))) {
    const own = corrections.filter((one) => one.dose === dose)
    after.set(dose, corrected(doses.get(dose), own))
  }
  return after
}

/** A dose after its own corrections, in their order. */
function corrected(dose: Readonly<FieldValues> | undefined, corrections: readonly Correction[]): Readonly<FieldValues> {
  const isAdded = corrections[0]?.kind === 'add'
  if (dose === undefined && !isAdded) throw refused('correct.unknown-dose')
  const after: FieldValues = { ...(dose ?? emptyValues), dose_id: corrections[0]?.dose ?? '' }
  for (const [field, values] of courses(corrections)) {
    const isKnown = dose === undefined || values.includes(dose[field])
    if (!isKnown) throw refused(isAdded ? 'correct.known-dose' : 'correct.stale')
    after[field] = values.at(-1) ?? ''
  }
  return corrections.some(({ kind }) => kind === 'withdraw') ? { ...after, status: WITHDRAWN } : after
}

/** What each field said, one value after the other. */
function courses(corrections: readonly Correction[]): ReadonlyMap<Field, readonly string[]> {
  const found = new Map<Field, string[]>()
  for (const [at, correction] of corrections.entries()) {
    if (correction.kind === 'add') {
      if (at > 0) throw refused('correct.known-dose')
      for (const field of fields) if (field !== 'dose_id') found.set(field, [correction.values[field] ?? ''])
    }
    if (correction.kind !== 'change') continue
    const { field, before, after: next } = correction
    const course = found.get(field) ?? [before]
    if (course.at(-1) !== before) throw refused('correct.stale')
    found.set(field, [...course, next])
  }
  return found
}

const certified: ReadonlySet<Field> = new Set<Field>([...confirmedFields, 'dose_number', 'dose_class'])

/**
 * What corrections mean for certificates. `certificatesOf` names those in which a dose counts: its own, and those of later
 * doses of the person, whose numbers it decides. Each certificate is named once; what is withdrawn is revoked, and a
 * certificate of a later dose made anew.
 */
export function consequencesOf(
  corrections: readonly Correction[],
  certificatesOf: (dose: string) => readonly { readonly ci: string; readonly isOwn: boolean }[],
): readonly Consequence[] {
  const found = new Map<string, Consequence>()
  for (const correction of corrections) {
    if (correction.kind === 'change' && !certified.has(correction.field)) continue
    const { kind, dose } = correction
    for (const { ci, isOwn } of certificatesOf(dose)) {
      const action = kind === 'withdraw' && isOwn ? 'revoke' : 'revoke-and-reissue'
      if (found.get(ci)?.action !== 'revoke') found.set(ci, { action, dose, ci })
    }
  }
  return [...found.values()]
}

function refused(code: CorrectCode): Fault<CorrectCode> {
  return new Fault(code)
}
