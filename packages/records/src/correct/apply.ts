import { Fault } from '@vaxcert/core/fault'
import { confirmedFields } from '../confirm/confirmed-fields.ts'
import { emptyValues } from '../read/row-values.ts'
import type { Field, FieldValues } from '../record.ts'
import type { CorrectCode } from './correct-codes.ts'
import type { Correction } from './event.ts'

/** The doses that corrections are about, by identifier. */
export type Doses = ReadonlyMap<string, Readonly<FieldValues>>

/** `status` of a dose that was not given: its row stays. */
export const WITHDRAWN = 'withdrawn'

/** What follows from a correction for a certificate: `ci` is revoked, and with `revoke-and-reissue` a new one is made. */
export interface Consequence {
  readonly action: 'revoke-and-reissue' | 'revoke'
  readonly dose: string
  readonly ci: string
}

/**
 * The doses after corrections, one after the other; those handed in are not touched, and all or none are done.
 * @throws Fault `correct.unknown-dose`, `correct.known-dose` for one to be added that is there,
 * `correct.stale` where a value is no longer what it was when the correction was approved
 */
export function applyCorrections(doses: Doses, corrections: readonly Correction[]): Doses {
  const after = new Map(doses)
  for (const correction of corrections) after.set(correction.dose, corrected(after.get(correction.dose), correction))
  return after
}

function corrected(dose: Readonly<FieldValues> | undefined, correction: Correction): Readonly<FieldValues> {
  if (correction.kind === 'add') {
    if (dose !== undefined) throw refused('correct.known-dose')
    return { ...emptyValues, ...correction.values, dose_id: correction.dose }
  }
  if (dose === undefined) throw refused('correct.unknown-dose')
  if (correction.kind === 'withdraw') return { ...dose, status: WITHDRAWN }
  if (dose[correction.field] !== correction.before) throw refused('correct.stale')
  return { ...dose, [correction.field]: correction.after }
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
