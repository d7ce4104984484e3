import type { IdentityStanding, JointStanding, RightVerdict, UnconfirmedCode } from '@vaxcert/records/confirm'

/** How the doses of one confirmation stand. `superseded`: another confirmation holds instead; `twice`: one holds as well. */
export interface Standings {
  confirmed: number
  changed: number
  foreign: number
  open: number
  overdue: number
  superseded: number
  twice: number
}

export function noStandings(): Standings {
  return { confirmed: 0, changed: 0, foreign: 0, open: 0, overdue: 0, superseded: 0, twice: 0 }
}

/** Counts a dose to each confirmation that names it; of two that hold, to the first. */
export function countDose(
  { standing, each }: JointStanding,
  identity: IdentityStanding,
  told: readonly Standings[],
): void {
  let isCounted = false
  for (const [place, said] of each) {
    const own = told[place]
    if (own === undefined || said === 'other') continue
    if (said !== 'confirmed') own[standing === 'confirmed' ? 'superseded' : said] += 1
    else if (isCounted) own.twice += 1
    else own[identity === 'verified' ? 'confirmed' : identity] += 1
    isCounted ||= said === 'confirmed'
  }
}

/** Why a dose is not confirmed; undefined for one that is. */
export function codeOfDose(
  standing: JointStanding['standing'],
  identity: IdentityStanding,
): UnconfirmedCode | undefined {
  if (standing === 'confirmed') return identity === 'verified' ? undefined : `confirm.${identity}`
  return standing === 'other' ? 'confirm.none' : `confirm.${standing}`
}

/** Doses that a confirmation names and that were not there. */
export function missingOf({ statement }: RightVerdict, told: Standings): number {
  return Object.values(told).reduce((left, number) => left - number, statement.count)
}
