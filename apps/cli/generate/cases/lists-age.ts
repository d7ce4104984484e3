import { acceptedWith, refusedAt, undecidedAt } from '../expectations.ts'
import { testDcc } from '../people.ts'
import { CLOCK, type SeenLists, usual, type VerifyCase } from '../verify-case.ts'

const DAY = 86_400

/** Lists of the day before `CLOCK`, good for two days and bearable for a week. */
const lists: SeenLists = { issuedAt: '2022-05-31T00:00:00Z', staleAfter: 2 * DAY, tooOldAfter: 7 * DAY }

type AgeCase = Omit<VerifyCase, 'id' | 'spec' | 'importance'> & { readonly name: string }

const cases: readonly AgeCase[] = [
  { name: 'lists-fresh', about: 'The lists are a day old.', lists, expect: acceptedWith(['lists']) },
  {
    name: 'lists-fresh-last-second',
    about: 'The lists reach the age up to which they are fresh.',
    lists: { ...lists, issuedAt: '2022-05-30T00:00:00Z' },
    expect: acceptedWith(['lists']),
  },
  {
    name: 'lists-stale',
    about: 'The lists are a second older than fresh: accepted, with a warning to be shown.',
    lists: { ...lists, issuedAt: '2022-05-29T23:59:59Z' },
    expect: acceptedWith(['lists']),
  },
  {
    name: 'lists-stale-last-second',
    about: 'The lists reach the age up to which they are borne.',
    lists: { ...lists, issuedAt: '2022-05-25T00:00:00Z' },
    expect: acceptedWith(['lists']),
  },
  {
    name: 'lists-too-old',
    about: 'The lists are a second older than what is borne.',
    lists: { ...lists, issuedAt: '2022-05-24T23:59:59Z' },
    expect: undecidedAt('lists', 'lists.too-old', ['lists']),
  },
  {
    name: 'lists-too-old-for-expired',
    about: 'The lists are too old, but the certificate has expired whatever they say.',
    lists: { ...lists, issuedAt: '2022-05-01T00:00:00Z' },
    certificate: { exp: usual.iat + DAY },
    expect: refusedAt('time', 'dcc.expired', ['lists']),
  },
  {
    name: 'clock-before-lists',
    about: 'The clock is six minutes behind the time at which the lists were signed.',
    lists: { ...lists, issuedAt: '2022-06-01T00:06:00Z' },
    expect: undecidedAt('clock', 'clock.behind', ['lists']),
  },
  {
    name: 'clock-before-lists-tolerated',
    about: 'The clock is five minutes behind the lists, as clocks may be.',
    lists: { ...lists, issuedAt: '2022-06-01T00:05:00Z' },
    expect: acceptedWith(['lists']),
  },
  {
    name: 'clock-turned-back',
    about: 'The device has seen a later time than its clock shows now.',
    lists: { ...lists, newest: '2022-06-02T00:00:00Z' },
    expect: undecidedAt('clock', 'clock.behind', ['lists']),
  },
  {
    name: 'clock-turned-back-not-yet',
    about: 'A clock that is behind calls no certificate too new.',
    clock: '2022-04-01T00:00:00Z',
    lists,
    expect: undecidedAt('clock', 'clock.behind', ['lists']),
  },
  {
    name: 'lists-stale-wrong-usage',
    about: 'Stale lists are no excuse: the key may not sign tests.',
    lists: { ...lists, issuedAt: '2022-05-28T00:00:00Z' },
    certificate: { key: 'dsc-vaccination', dcc: testDcc },
    expect: refusedAt('usage', 'signer.usage', ['lists']),
  },
]

/** Ages of lists, and clocks that cannot be right. `CLOCK` is the moment of verification but where said. */
export const listsAgeCases: readonly VerifyCase[] = cases.map(({ name, ...described }) => ({
  id: `time/${name}`,
  spec: 'vaxcert signed lists: age and clock',
  importance: 'high',
  clock: CLOCK,
  ...described,
}))
