import { acceptedWith, refusedAt, undecidedAt } from '../expectations.ts'
import { lan, vaccination } from '../people.ts'
import { type GivenRules, seconds, type VerifyCase } from '../verify-case.ts'

function entering(country: string): { readonly rules: GivenRules } {
  return { rules: { rules: 'bodies/rules-odd.json', valueSets: 'bodies/value-sets.json', country, purpose: 'entry' } }
}

const accepted = acceptedWith(['rules'])
const refused = refusedAt('rules', 'rules.refused', ['rules'])
const none = undecidedAt('rules', 'rules.none', ['rules'])
const unreadable = undecidedAt('rules', 'rules.unreadable', ['rules'])

const withdrawn = { ver: '1.3.0', ...lan, v: [{ ...vaccination, ci: 'URN:UVCI:01:VN:SAMPLE-HP-0001/1#7' }] }
const laos = entering('LA')

type RuleCase = Omit<VerifyCase, 'id' | 'spec' | 'importance'> & { readonly name: string }

const cases: readonly RuleCase[] = [
  {
    name: 'highest-version',
    about: 'Version 1.10.0 counts, not 1.9.0 and not one of next month.',
    ...laos,
    expect: accepted,
  },
  {
    name: 'next-version',
    about: 'From July on version 2.0.0 counts.',
    ...laos,
    clock: '2022-07-01T00:00:00Z',
    expect: refused,
  },
  {
    name: 'invalidated-abroad',
    about: 'What the issuing country takes back is refused by others too.',
    ...laos,
    certificate: { dcc: withdrawn },
    expect: refused,
  },
  { name: 'none', about: 'The lists hold no rule of this country.', ...entering('MM'), expect: none },
  {
    name: 'none-in-force',
    about: 'Rules of the country are for tests, for later, for a region, or for its own certificates.',
    ...entering('ID'),
    expect: none,
  },
  {
    name: 'none-for-venues',
    about: 'The rules of this country are for entry.',
    rules: { ...laos.rules, purpose: 'venue' },
    expect: none,
  },
  { name: 'last-second', about: 'The rule is in force until this second.', ...entering('BN'), expect: accepted },
  {
    name: 'after-last-second',
    about: 'The rule was in force until a second ago.',
    ...entering('BN'),
    clock: '2022-06-01T00:00:01Z',
    expect: none,
  },
  {
    name: 'before-first-second',
    about: 'The rules come into force in a second.',
    ...laos,
    certificate: { iat: seconds('2021-12-01T00:00:00Z') },
    clock: '2021-12-31T23:59:59Z',
    expect: none,
  },
  {
    name: 'unknown-operator',
    about: 'A rule asks for an operator that CertLogic lacks.',
    ...entering('TH'),
    expect: unreadable,
  },
  { name: 'other-engine', about: 'A rule is for another engine.', ...entering('KH'), expect: unreadable },
  {
    name: 'not-boolean',
    about: 'A rule comes to something that is neither true nor false.',
    ...entering('SG'),
    expect: unreadable,
  },
  {
    name: 'no-value-set',
    about: 'A rule asks for a value set that is not at hand.',
    ...entering('MY'),
    expect: unreadable,
  },
  {
    name: 'refused-and-unreadable',
    about: 'One rule cannot be evaluated, another does not hold.',
    ...entering('PH'),
    expect: refused,
  },
]

/** What a verifier makes of rules: which it asks, and what follows when one gives no answer. */
export const oddRuleCases: readonly VerifyCase[] = cases.map(({ name, ...described }) => ({
  id: `rules/${name}`,
  spec: 'eHN business rules; CertLogic 1.3.2',
  importance: 'high',
  ...described,
}))
