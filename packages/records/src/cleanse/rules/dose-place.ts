import type { Facility } from '../../codes/code-sets.ts'
import { isDomestic } from '../../dose/country.ts'
import { isEvidence } from '../../dose/evidence.ts'
import { saysNotGiven } from '../../dose/status.ts'
import type { RowRule } from '../rule.ts'

/** Deferred at the screening, or the step of the injection was never reached, and here is a dose. */
export const notInjected: RowRule = {
  id: 'DS-17',
  severity: 'B',
  fix: 'F',
  fields: ['status'],
  example: 'Hoãn tiêm',
  check(row, report) {
    if (row.values.status !== '' && saysNotGiven(row.values.status)) report.find(notInjected, 'status')
  },
}

/** A facility that the register does not have, or that was closed that day; or none named at all. */
export const unknownFacility: RowRule = {
  id: 'DS-18',
  severity: 'R',
  fix: 'M',
  fields: ['facility', 'facility_name', 'dose_date'],
  example: '99999',
  check(row, report, { codes: { facilities } }) {
    const { facility: code, facility_name: name, country } = row.values
    if ((facilities.size === 0 && (code !== '' || name !== '')) || !isDomestic(country)) return
    const facility = facilities.get(code)
    if (facility === undefined) report.find(unknownFacility, 'facility', withZero(code, facilities))
    else if (!wasOpen(facility, row.facts.doseDate?.iso)) report.find(unknownFacility, 'facility')
  },
}

/** Vaccinated abroad, and nothing that shows it. */
export const noForeignEvidence: RowRule = {
  id: 'DS-19',
  severity: 'B',
  fix: 'M',
  fields: ['country', 'evidence'],
  example: 'KR, (no evidence)',
  check(row, report) {
    const { country, evidence } = row.values
    if (!isDomestic(country) && !isEvidence(evidence)) report.find(noForeignEvidence, 'country')
  },
}

export const dosePlaceRules: readonly RowRule[] = [notInjected, unknownFacility, noForeignEvidence]

/** A sheet drops the zero at the head of a code. */
function withZero(code: string, facilities: ReadonlyMap<string, Facility>): string | undefined {
  const tidy = code.trim()
  if (tidy === '') return undefined
  return [tidy, `0${tidy}`].find((candidate) => facilities.has(candidate))
}

function wasOpen({ opened = '', closed = '9' }: Facility, day: string | undefined): boolean {
  return day === undefined || day.length < 10 || (day >= opened && day <= closed)
}
