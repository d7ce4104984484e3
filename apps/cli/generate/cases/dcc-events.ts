import { accepted, refusedAt } from '../expectations.ts'
import { event, members } from '../faults/dcc.ts'
import { lan, rapidTest, recoveryDcc, testDcc } from '../people.ts'
import type { VerifyCase } from '../verify-case.ts'

const right = { spec: 'eu-dcc-schema 1.3.0', importance: 'high', expect: accepted } as const
const test = { dcc: testDcc }
const booster = { spec: 'Implementing Decision (EU) 2021/2301', importance: 'medium', expect: accepted } as const

/** The EU list's rows on what a certificate states. */
export const eventCases: readonly VerifyCase[] = [
  { ...right, id: 'dcc/vaccination', about: 'A vaccination.', officialId: 'DGC6' },
  { ...right, id: 'dcc/test-naat', about: 'A NAAT test, negative.', officialId: 'DGC3', certificate: test },
  {
    ...right,
    id: 'dcc/test-rapid',
    about: 'A rapid antigen test, negative, named by its manufacturer.',
    officialId: 'DGC4',
    certificate: { dcc: { ver: '1.3.0', ...lan, t: [rapidTest] } },
  },
  { ...right, id: 'dcc/recovery', about: 'A recovery.', officialId: 'DGC5', certificate: { dcc: recoveryDcc } },
  { ...booster, id: 'dcc/booster-3-3', about: 'A booster after two doses.', change: event({ dn: 3, sd: 3 }) },
  {
    ...booster,
    id: 'dcc/booster-2-1',
    about: 'A booster after one dose: dn above sd.',
    change: event({ dn: 2, sd: 1 }),
  },
  {
    id: 'dcc/test-positive',
    about: 'A positive test, 260373001: genuine, and no reason to let its holder pass.',
    spec: 'EU basic test list, DGC7; value set covid-19-lab-result',
    importance: 'high',
    officialId: 'DGC7',
    certificate: test,
    change: event({ tr: '260373001' }),
    expect: refusedAt('event', 'dcc.positive'),
  },
]

const future = {
  spec: 'EU basic test list, DGC8',
  importance: 'high',
  expect: refusedAt('event', 'dcc.not-yet'),
} as const
const soon = { spec: 'EU basic test list, DGC8; SpecialCaseHandling', importance: 'low', expect: accepted } as const
const recovered = { dcc: recoveryDcc }

/** Clock: 2022-06-01T00:00:00Z. Dates count to the end of their day in the earliest time zone. */
export const futureCases: readonly VerifyCase[] = [
  {
    ...future,
    id: 'dcc/test-tomorrow',
    about: 'A sample that will be taken tomorrow.',
    officialId: 'DGC8',
    certificate: test,
    change: event({ sc: '2022-06-02T08:12:00Z' }),
  },
  {
    ...future,
    id: 'dcc/test-in-six-minutes',
    about: 'A sample taken six minutes from now, beyond the allowance of five.',
    importance: 'low',
    certificate: test,
    change: event({ sc: '2022-06-01T00:06:00Z' }),
  },
  {
    ...soon,
    id: 'dcc/test-in-four-minutes',
    about: 'A sample four minutes from now: a clock may be wrong by so much.',
    certificate: test,
    change: event({ sc: '2022-06-01T00:04:00Z' }),
  },
  {
    ...soon,
    id: 'dcc/test-milliseconds',
    about: 'A sample time with milliseconds.',
    certificate: test,
    change: event({ sc: '2022-05-30T08:12:00.123Z' }),
  },
  {
    ...soon,
    id: 'dcc/test-offset',
    about: 'A sample at 06:30 in Viet Nam, which is the evening before in UTC.',
    certificate: test,
    change: event({ sc: '2022-06-01T06:30:00+07:00' }),
  },
  {
    ...future,
    id: 'dcc/vaccination-next-week',
    about: 'A dose that will be given next week.',
    change: event({ dt: '2022-06-08' }),
  },
  { ...soon, id: 'dcc/vaccination-today', about: 'A dose of today.', change: event({ dt: '2022-06-01' }) },
  {
    ...future,
    id: 'dcc/recovery-next-week',
    about: 'A first positive test that lies in the future.',
    certificate: recovered,
    change: event({ fr: '2022-06-08' }),
  },
  {
    ...soon,
    id: 'dcc/date-not-a-date',
    about: 'A date of vaccination that is none: not called future, and left to the rules.',
    change: event({ dt: 'June 2021' }),
  },
  {
    ...soon,
    id: 'dcc/birth-next-year',
    about: 'A birth in the future is for a person to see.',
    change: members({ dob: '2023-01-01' }),
  },
]
