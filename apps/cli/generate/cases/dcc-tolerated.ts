import { float64, hexItem, text } from '../bytes/cbor.ts'
import { accepted, refusedAt } from '../expectations.ts'
import { encoded, entry } from '../faults/claims.ts'
import { dcc, event, members } from '../faults/dcc.ts'
import { vaccination } from '../people.ts'
import type { VerifyCase } from '../verify-case.ts'

const tolerated = { spec: 'SpecialCaseHandling', importance: 'high', expect: accepted } as const
const strict = {
  spec: 'eu-dcc-schema 1.3.2',
  importance: 'low',
  profile: 'strict',
  expect: refusedAt('claims', 'dcc.schema'),
} as const
const withNulls = members({ t: null, r: null })
const untrimmed = event({ is: ' SAMPLE Ministry of Health ' })
const unknown = members({ pid: 'SAMPLE' })
const dateTime = event({ dt: '2021-10-09T00:00:00Z' })

/** What real issuers write, and a strict reader refuses. */
const toleratedCases: readonly VerifyCase[] = [
  {
    ...tolerated,
    id: 'dcc/null-groups',
    about: 'Null for the groups that are not there, as Bulgaria writes.',
    change: withNulls,
  },
  { ...strict, id: 'dcc/null-groups-strict', about: 'Null for a group, in the strict profile.', change: withNulls },
  {
    ...tolerated,
    id: 'dcc/undefined-group',
    about: 'undefined for a group.',
    officialId: 'I-CO5',
    importance: 'medium',
    change: entry(text('t'), hexItem('f7')),
  },
  {
    ...strict,
    id: 'dcc/undefined-group-strict',
    about: 'undefined for a group, in the strict profile.',
    officialId: 'I-CO5',
    change: entry(text('t'), hexItem('f7')),
  },
  {
    ...tolerated,
    id: 'dcc/dose-float',
    about: 'Dose numbers as 2.0, as Ireland writes.',
    change: encoded({ 'v.0.dn': float64(2), 'v.0.sd': float64(2) }),
  },
  {
    ...tolerated,
    id: 'dcc/untrimmed',
    about: 'Spaces around a text, to be trimmed when shown.',
    importance: 'medium',
    change: untrimmed,
  },
  { ...strict, id: 'dcc/untrimmed-strict', about: 'Spaces around a text, in the strict profile.', change: untrimmed },
  { ...tolerated, id: 'dcc/unknown-member', about: 'A member that the schema does not name.', change: unknown },
  {
    ...strict,
    id: 'dcc/unknown-member-strict',
    about: 'A member that the schema does not name, in the strict profile.',
    change: unknown,
  },
  {
    ...tolerated,
    id: 'dcc/date-time',
    about: 'A date of vaccination with a time.',
    importance: 'medium',
    change: dateTime,
  },
  {
    ...strict,
    id: 'dcc/date-time-strict',
    about: 'A date of vaccination with a time, in the strict profile.',
    change: dateTime,
  },
  {
    ...tolerated,
    id: 'dcc/identifier-opaque',
    about: 'A ci in no form that anybody knows.',
    change: event({ ci: 'SAMPLE-42' }),
  },
  {
    ...tolerated,
    id: 'dcc/identifier-check-character',
    about: 'A ci whose check character is wrong: never a reason to refuse.',
    change: event({ ci: `${vaccination.ci.slice(0, -1)}A` }),
  },
  { ...tolerated, id: 'dcc/dose-zero', about: 'Dose 0 of 2.', importance: 'low', change: event({ dn: 0 }) },
  { ...strict, id: 'dcc/dose-zero-strict', about: 'Dose 0 of 2, in the strict profile.', change: event({ dn: 0 }) },
  {
    ...tolerated,
    id: 'dcc/unknown-code',
    about: 'A vaccine that is in no value set: for rules to judge.',
    change: event({ mp: 'SAMPLE-VACCINE' }),
  },
  {
    ...tolerated,
    id: 'dcc/reversed-order',
    about: 'The members in another order.',
    change: dcc((right) => Object.fromEntries(Object.entries(right).toReversed())),
  },
]

const birth = { ...tolerated, spec: 'eu-dcc-schema 1.3.0, dob' } as const

const birthCases: readonly VerifyCase[] = [
  {
    ...birth,
    id: 'dcc/birth-month',
    about: 'A birth of which only year and month are known.',
    change: members({ dob: '1979-04' }),
  },
  {
    ...birth,
    id: 'dcc/birth-year',
    about: 'A birth of which only the year is known.',
    change: members({ dob: '1979' }),
  },
  { ...birth, id: 'dcc/birth-unknown', about: 'A birth of which nothing is known.', change: members({ dob: '' }) },
  {
    ...birth,
    id: 'dcc/birth-time',
    about: 'A date of birth with a time.',
    importance: 'medium',
    change: members({ dob: '1985-03-12T00:00:00' }),
  },
  {
    ...strict,
    id: 'dcc/birth-time-strict',
    about: 'A date of birth with a time, in the strict profile.',
    change: members({ dob: '1985-03-12T00:00:00' }),
  },
]

export const toleratedSchemaCases: readonly VerifyCase[] = [...toleratedCases, ...birthCases]
