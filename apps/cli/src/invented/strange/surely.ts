import type { RuleId } from '@vaxcert/records'
import { dayNumber, FIRST_DAY, LAST_DAY } from '../days.ts'
import { vaccines } from '../doses/supply.ts'
import type { Person } from '../people/person.ts'
import { isSession, type Province } from '../province.ts'
import type { SampleRow } from '../sample-row.ts'

// What an officer can be sure of, written down once more from the decrees: never asked of the rules that are on trial.

/** Circular 07/2016/TT-BCA, annex 1. */
const registries = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 ' +
    '045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 ' +
    '092 093 094 095 096'
  ).split(' '),
)

/** Whether twelve digits cannot be a person's number, whoever looks at them beside sex and year of birth. */
export function isSurelyNot(digits: string, { sex, birthDate }: Person): boolean {
  const head = `${2 * (birthDate < '2000' ? 0 : 1) + (sex === 'male' ? 0 : 1)}${birthDate.slice(2, 4)}`
  return !registries.has(digits.slice(0, 3)) || digits.slice(3, 6) !== head
}

const spelt =
  /^(?:ngh?|gh|gi|nh|kh|ch|ph|th|tr|qu|[bcdghklmnprstvx])?(?:[aeiouy]|[iuy]a|ie|uo|ua|ue|uy|oa|oe|oo|ai|ao|au|ay|eo|eu|ia|iu|oi|oai|oay|uay|ui|uoi|uou|ieu|yeu|uya|uye|uyu|uu|ye)(?:ch|ng|nh|[cmnpt])?$/

/** Whether Vietnamese spells no word like that, whatever marks it had. */
export function isSurelyNoWord(word: string): boolean {
  return !spelt.test(word.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, ''))
}

/** What gives a wrong day of an injection away; undefined where nothing does. */
export function dayVerdict(row: SampleRow, iso: string, { facilities }: Province): RuleId | undefined {
  const { mp, lot, facility } = row.dose
  const place = facilities[facility]
  if (iso > LAST_DAY) return 'DS-01'
  if (iso < FIRST_DAY) return 'DS-02'
  const known = vaccines.find((vaccine) => vaccine.mp === mp)?.lots.find(({ number }) => number === lot)
  if (known !== undefined && iso < known.arrived) return 'DS-03'
  if (known !== undefined && iso > known.expires) return 'DS-04'
  return place !== undefined && !isSession(dayNumber(iso), facility, place.isHospital) ? 'DS-05' : undefined
}
