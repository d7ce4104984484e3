import { int } from '../bytes/cbor.ts'
import { refusedAt } from '../expectations.ts'
import { entry } from '../faults/claims.ts'
import { event, members, name, withoutInEvent, withoutMember } from '../faults/dcc.ts'
import { lan, naatTest, recovery, testDcc, vaccination } from '../people.ts'
import type { VerifyCase } from '../verify-case.ts'

const wrong = { spec: 'eu-dcc-schema 1.3.2', importance: 'high', expect: refusedAt('claims', 'dcc.schema') } as const
const unusual = { ...wrong, importance: 'medium' } as const
const events = { ...wrong, spec: 'eu-dcc-schema 1.3.0: oneOf, maxItems 1' } as const

const eventCountCases: readonly VerifyCase[] = [
  { ...events, id: 'dcc/no-event', about: 'Neither vaccination nor test nor recovery.', change: withoutMember('v') },
  { ...events, id: 'dcc/empty-event', about: 'An empty list of vaccinations.', change: members({ v: [] }) },
  {
    ...events,
    id: 'dcc/vaccination-and-test',
    about: 'A vaccination and a test.',
    officialId: 'DGC2',
    change: members({ t: [naatTest] }),
  },
  {
    ...events,
    id: 'dcc/vaccination-and-recovery',
    about: 'A vaccination and a recovery.',
    officialId: 'DGC2',
    change: members({ r: [recovery] }),
  },
  {
    ...events,
    id: 'dcc/two-vaccinations',
    about: 'Two vaccinations.',
    officialId: 'DGC2',
    change: members({ v: [vaccination, { ...vaccination, dn: 1 }] }),
  },
  {
    ...events,
    id: 'dcc/event-map',
    about: 'A vaccination that is not in a list.',
    change: members({ v: vaccination }),
  },
  { ...unusual, id: 'dcc/event-text', about: 'A text for a vaccination.', change: members({ v: ['SAMPLE'] }) },
  { ...unusual, id: 'dcc/event-null', about: 'Null for the only event.', change: members({ v: null }) },
]

const memberCases: readonly VerifyCase[] = [
  { ...wrong, id: 'dcc/no-birth-date', about: 'Without dob.', officialId: 'DGC1', change: withoutMember('dob') },
  { ...wrong, id: 'dcc/no-version', about: 'Without ver.', change: withoutMember('ver') },
  { ...wrong, id: 'dcc/no-name', about: 'Without nam.', change: withoutMember('nam') },
  { ...wrong, id: 'dcc/name-empty', about: 'A nam without any name in it.', change: name({}) },
  { ...wrong, id: 'dcc/name-text', about: 'A text for nam.', change: name('SAMPLE') },
  { ...wrong, id: 'dcc/no-identifier', about: 'A vaccination without its ci.', change: withoutInEvent('ci') },
  {
    ...unusual,
    id: 'dcc/no-result',
    about: 'A test without its result.',
    certificate: { dcc: testDcc },
    change: withoutInEvent('tr'),
  },
  { ...wrong, id: 'dcc/dose-text', about: 'A dose number that is a text.', change: event({ dn: '2' }) },
  { ...wrong, id: 'dcc/dose-fraction', about: 'A dose number of 1.5.', change: event({ dn: 1.5 }) },
  { ...unusual, id: 'dcc/date-number', about: 'A date of birth that is a number.', change: members({ dob: 19850312 }) },
  { ...unusual, id: 'dcc/date-map', about: 'A map for a date.', change: event({ dt: {} }) },
  { ...unusual, id: 'dcc/key-integer', about: 'A key that is an integer.', change: entry(int(1), int(1)) },
  {
    ...unusual,
    id: 'dcc/text-513',
    about: 'A name of 513 letters.',
    spec: 'our limit of 512',
    importance: 'low',
    change: name({ ...lan.nam, gn: 'a'.repeat(513) }),
  },
]

export const schemaCases: readonly VerifyCase[] = [...eventCountCases, ...memberCases]
