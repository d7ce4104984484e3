import { dayOfSerial } from '../../dates/machine-date.ts'

/** Birthdays of a facility's rows. */
interface Birthdays {
  known: number
  newYear: number
}

export type BirthdayTally = Map<string, Birthdays>

/** Facilities that are told apart: the country has some 13,000. Those met later are not judged. */
export const mostFacilities = 50_000

const newYear = /^\s*(?:0?1([/.-])0?1\1(?:\d\d){1,2}|\d{4}([/.-])0?1\2(?:0?1)(?:\D|$)|0101\d{4}\s*$)/
const isDay = /^\s*(?!0?0[/.-]|\*)\d+(?:[/.-]\d+){2}|^\s*\d{8}\s*$/

export function tallyBirthday(tally: BirthdayTally, facility: string, birthDate: string): void {
  if (facility === '' || birthDate.length < 5) return
  const isNewYear = newYear.test(birthDate) || isNewYearSerial(birthDate)
  if (!isNewYear && birthDate.length !== 5 && !isDay.test(birthDate)) return
  const birthdays = tally.get(facility) ?? { known: 0, newYear: 0 }
  if (birthdays.known === 0 && tally.size >= mostFacilities) return
  birthdays.known += 1
  if (isNewYear) birthdays.newYear += 1
  if (birthdays.known === 1) tally.set(facility, birthdays)
}

function isNewYearSerial(text: string): boolean {
  return text.length === 5 && dayOfSerial(text)?.endsWith('-01-01') === true
}

/** Beyond this many deviations, chance is no explanation even where there are thousands of facilities. */
const DEVIATIONS = 4

/** Facilities with `share` times the birthdays on 1 January that chance gives, and more than chance can give. */
export function newYearFacilities(tally: BirthdayTally, share: number): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [facility, { known, newYear: count }] of tally) {
    const expected = known / 365.25
    if (count >= share * expected && count >= expected + DEVIATIONS * Math.sqrt(expected) + DEVIATIONS) {
      found.add(facility)
    }
  }
  return found
}
