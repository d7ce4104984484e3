import { isIsoDate } from '../dcc/dates.ts'
import { personName } from '../dcc/names.ts'
import { productByCode } from '../dcc/products.ts'
import type { Dcc } from '../dcc/types.ts'
import { Fault } from '../fault.ts'
import type { Dose, Person } from './dose.ts'
import { positionIn } from './series.ts'

/** Schema that new certificates are written in. */
const SCHEMA_VERSION = '1.3.0'
/** COVID-19, SNOMED CT. */
const COVID_19 = '840539006'

export interface VaccinationRequest {
  readonly person: Person
  /** The dose to certify. */
  readonly dose: Dose
  /** All known doses of the person, this one among them, in any order. */
  readonly timeline: readonly Dose[]
  /** Certificate identifier, see `makeUvci`. */
  readonly uvci: string
}

/**
 * A clean dose as a certificate payload. Product codes come from the product table, dose number
 * and series from the whole timeline, never from what somebody typed.
 * @throws Fault `record.name`, `record.birth-date`, `record.date`, `record.product`, `record.timeline`
 */
export function composeVaccination({ person, dose, timeline, uvci }: VaccinationRequest, issuer: string): Dcc {
  const product = productByCode(dose.product)
  if (product === undefined) throw new Fault('record.product', 'not in the product table')
  if (uvci === '' || issuer === '') throw new TypeError('uvci and issuer must not be empty')
  const position = positionIn(timeline, dose)
  if (position === undefined) throw new Fault('record.timeline', 'the dose is not in its timeline')
  checkDates(person.birthDate, timeline)
  const { vp, mp, ma } = product
  const { dn, sd } = position
  const v = [{ tg: COVID_19, vp, mp, ma, dn, sd, dt: dose.date, co: dose.country, is: issuer, ci: uvci }]
  return { ver: SCHEMA_VERSION, nam: personName(person.name), dob: person.birthDate, v }
}

/** Emergency use began in July 2020: no COVID-19 vaccine was given before, but in trials. */
const FIRST_DAY = '2020-07-01'

/**
 * Every dose of the timeline must lie after birth, since each counts in the series. A year or a month of birth
 * stands for its first day: the earliest it can be.
 */
function checkDates(birthDate: string, timeline: readonly Dose[]): void {
  const earliest = birthDate.length === 10 ? birthDate : birthDate + '-01-01'.slice(birthDate.length === 4 ? 0 : 3)
  if (!isIsoDate(earliest) || earliest < '1900') throw new Fault('record.birth-date', 'not a date of birth')
  for (const { date } of timeline) {
    if (date < earliest) throw new Fault('record.date', 'before birth')
    if (date < FIRST_DAY) throw new Fault('record.date', 'before there were vaccines')
  }
}
