import type { ConfirmationVerdict, DoseStanding } from './check-confirmation.ts'
import type { ConfirmableDose } from './confirmed-fields.ts'

/** A confirmation that is right. */
export type RightVerdict = Extract<ConfirmationVerdict, { kind: 'right' }>

/** How a dose stands among several confirmations, and which of them say so. */
export interface JointStanding {
  readonly standing: DoseStanding | 'again'
  /** Places of the confirmations that name the dose, each with what it says. */
  readonly each: readonly (readonly [place: number, standing: DoseStanding])[]
}

/**
 * The judge of doses that several confirmations cover. One that holds is enough: a dose that was confirmed anew after a
 * change stands, whatever the older confirmation says of it. `again`: a dose of this identifier was judged before.
 */
export function jointJudge(verdicts: readonly RightVerdict[]): (dose: ConfirmableDose) => JointStanding {
  const standing = standingAmong(verdicts)
  const judged = new Set<string>()
  return (dose) => {
    const found = standing(dose)
    if (found === nowhere) return nowhere
    if (judged.has(dose.dose_id)) return again
    judged.add(dose.dose_id)
    return found
  }
}

/** The same for one who looks himself for doses that come again: each row is judged for itself. */
export function standingAmong(verdicts: readonly RightVerdict[]): (dose: ConfirmableDose) => JointStanding {
  const places = placesOf(verdicts)
  return (dose) => {
    const found = places.get(dose.dose_id)
    if (found === undefined) return nowhere
    const each = (typeof found === 'number' ? [found] : found).map((place) => {
      return [place, verdicts[place]?.standing(dose) ?? 'other'] as const
    })
    return { standing: order.find((one) => each.some(([, said]) => said === one)) ?? 'other', each }
  }
}

const nowhere: JointStanding = { standing: 'other', each: [] }
const again: JointStanding = { standing: 'again', each: [] }
const order: readonly DoseStanding[] = ['confirmed', 'changed', 'foreign']

/** One number for almost all: a list of its own for each of a million doses would be dear. */
function placesOf(verdicts: readonly RightVerdict[]): ReadonlyMap<string, number | readonly number[]> {
  const places = new Map<string, number | readonly number[]>()
  verdicts.forEach(({ doses }, place) => {
    for (const id of doses) {
      const before = places.get(id)
      places.set(id, before === undefined ? place : [...(typeof before === 'number' ? [before] : before), place])
    }
  })
  return places
}
