import { certificateOf, type IssueCase, lanAsRegistered, pfizer } from '../issue-case.ts'
import { lan, recoveryDcc, testDcc, vaccinationDcc } from '../people.ts'

const right = { spec: 'hcert §3.3; eu-dcc-schema 1.3.0', importance: 'high' } as const

const personCases: readonly IssueCase[] = [
  {
    ...right,
    id: 'issue/birth-month',
    about: 'A person whose day of birth was never recorded.',
    given: { person: { ...lanAsRegistered, birthDate: '1985-03' } },
    expect: certificateOf({}, { ...lan, dob: '1985-03' }),
  },
  {
    ...right,
    id: 'issue/birth-year',
    about: 'A person of whose birth only the year was recorded.',
    given: { person: { ...lanAsRegistered, birthDate: '1985' } },
    expect: certificateOf({}, { ...lan, dob: '1985' }),
  },
  {
    ...right,
    id: 'issue/passport-name',
    about: 'A foreigner whose name is spelt as in the passport.',
    spec: 'ICAO Doc 9303-3 §4.6',
    given: {
      person: { name: { familyName: '林', givenNames: '美華', mrzName: 'LIN<<MEI<HUA<<<<' }, birthDate: '1985-03-12' },
    },
    expect: certificateOf({}, { nam: { fn: '林', fnt: 'LIN', gn: '美華', gnt: 'MEI<HUA' }, dob: '1985-03-12' }),
  },
  {
    ...right,
    id: 'issue/one-name',
    about: 'A person of one name has no gn.',
    given: { person: { name: { fullName: 'Siu' }, birthDate: '1985-03-12' } },
    expect: certificateOf({}, { nam: { fn: 'Siu', fnt: 'SIU' }, dob: '1985-03-12' }),
  },
]

const times = { spec: 'hcert §3.3.5–6', importance: 'high' } as const

const timeCases: readonly IssueCase[] = [
  {
    ...times,
    id: 'issue/exp-given',
    about: 'Good for a month, as asked for.',
    given: { expiresAt: '2022-06-01T00:00:00Z' },
    expect: { ...certificateOf({}), exp: '2022-06-01T00:00:00Z' },
  },
  {
    ...times,
    id: 'issue/exp-of-signer',
    about: 'The signer ends within the year, and exp with it.',
    given: { key: 'dsc-expired', issuedAt: '2021-12-01T00:00:00Z' },
    expect: { ...certificateOf({}), exp: '2022-04-01T00:00:00Z' },
  },
  {
    ...times,
    id: 'issue/exp-leap-day',
    about: 'Twelve months after the 29th of February is the 28th.',
    given: { issuedAt: '2024-02-29T12:00:00Z' },
    expect: { ...certificateOf({}), exp: '2025-02-28T12:00:00Z' },
  },
  {
    ...times,
    id: 'issue/dose-tomorrow-utc',
    about: 'A dose of today in Viet Nam, where it is tomorrow in UTC.',
    given: {
      issuedAt: '2022-05-01T18:00:00Z',
      dose: { ...pfizer, date: '2022-05-02' },
      timeline: [
        { ...pfizer, id: 'd1' },
        { ...pfizer, date: '2022-05-02' },
      ],
    },
    expect: { ...certificateOf({ dt: '2022-05-02' }), exp: '2023-05-01T18:00:00Z' },
  },
]

const abroad = { ...pfizer, country: 'FR' }

const otherCases: readonly IssueCase[] = [
  {
    ...right,
    id: 'issue/foreign-dose',
    about: 'A dose given abroad, where policy allows to certify it.',
    given: { dose: abroad, timeline: [abroad], foreignDoses: true },
    expect: certificateOf({ dn: 1, co: 'FR' }),
  },
  {
    ...right,
    id: 'issue/test',
    about: 'A finished payload with a test.',
    given: { key: 'dsc-test', dcc: testDcc, issuedAt: '2022-05-31T00:00:00Z' },
    expect: { dcc: testDcc, exp: '2023-05-31T00:00:00Z' },
  },
  {
    ...right,
    id: 'issue/recovery',
    about: 'A finished payload with a recovery.',
    given: { key: 'dsc-recovery', dcc: recoveryDcc },
    expect: { dcc: recoveryDcc },
  },
  {
    ...right,
    id: 'issue/read-back',
    about: 'Read back and accepted before it is handed out.',
    given: { readBack: 'sample' },
    expect: { dcc: vaccinationDcc },
  },
  {
    ...right,
    id: 'issue/legacy-key',
    about: 'A key that may sign vaccinations by the older identifier.',
    spec: 'hcert §A.4',
    given: { key: 'dsc-legacy' },
    expect: { dcc: vaccinationDcc },
  },
]

export const issueCases: readonly IssueCase[] = [...personCases, ...timeCases, ...otherCases]
