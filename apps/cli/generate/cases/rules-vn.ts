import { acceptedWith, refusedAt } from '../expectations.ts'
import { lan, naatTest, rapidTest, recovery, recoveryDcc, testDcc, vaccination } from '../people.ts'
import { type GivenRules, seconds, type VerifyCase } from '../verify-case.ts'

const entry: GivenRules = {
  rules: 'bodies/rules-vn.json',
  valueSets: 'bodies/value-sets.json',
  country: 'VN',
  purpose: 'entry',
}
const venue: GivenRules = { ...entry, purpose: 'venue' }

const accepted = acceptedWith(['rules'])
const refused = refusedAt('rules', 'rules.refused', ['rules'])

function dose(fields: object): Pick<VerifyCase, 'certificate'> {
  return { certificate: { dcc: { ver: '1.3.0', ...lan, v: [{ ...vaccination, ...fields }] } } }
}

const abdala = { vp: '28531000087107', mp: 'Abdala', ma: 'CIGB' }
const lastYear = { iat: seconds('2021-12-01T00:00:00Z'), exp: seconds('2023-12-01T00:00:00Z') }
const longAgo = dose({ dt: '2021-05-31' })

type RuleCase = Omit<VerifyCase, 'id' | 'spec' | 'importance'> & { readonly name: string }

const cases: readonly RuleCase[] = [
  { name: 'two-doses', about: 'Two doses, eight months ago.', rules: entry, expect: accepted },
  { name: 'one-dose', about: 'One dose of two.', ...dose({ dn: 1 }), rules: entry, expect: refused },
  {
    name: 'abdala-two-doses',
    about: 'Two doses of Abdala, whose series has three.',
    ...dose({ ...abdala, dn: 2, sd: 3 }),
    rules: entry,
    expect: refused,
  },
  {
    name: 'abdala-three-doses',
    about: 'Three doses of Abdala.',
    ...dose({ ...abdala, dn: 3, sd: 3 }),
    rules: entry,
    expect: accepted,
  },
  {
    name: 'product-not-licensed',
    about: 'A vaccine that the country does not accept.',
    ...dose({ vp: '1162643001', mp: 'EU/1/21/1618', ma: 'ORG-100032020' }),
    rules: entry,
    expect: refused,
  },
  {
    name: 'dose-13-days-ago',
    about: 'The second dose was 13 days ago.',
    ...dose({ dt: '2022-05-19' }),
    rules: entry,
    expect: refused,
  },
  {
    name: 'booster-13-days-ago',
    about: 'A booster counts at once.',
    ...dose({ dt: '2022-05-19', dn: 3, sd: 3 }),
    rules: entry,
    expect: accepted,
  },
  {
    name: 'dose-long-ago',
    about: 'The last dose was more than twelve months ago.',
    ...longAgo,
    rules: entry,
    expect: refused,
  },
  {
    name: 'venue-booster-long-ago',
    about: 'Venues take boosters of any age.',
    ...dose({ dt: '2021-05-31', dn: 3, sd: 3 }),
    rules: venue,
    expect: accepted,
  },
  {
    name: 'venue-dose-long-ago',
    about: 'Venues take a series without a booster for twelve months only.',
    ...longAgo,
    rules: venue,
    expect: refused,
  },
  {
    name: 'pcr-two-days-ago',
    about: 'A PCR test of less than 72 hours.',
    certificate: { dcc: testDcc },
    rules: entry,
    expect: accepted,
  },
  {
    name: 'pcr-four-days-ago',
    about: 'A PCR test of more than 72 hours.',
    certificate: { dcc: { ver: '1.3.0', ...lan, t: [{ ...naatTest, sc: '2022-05-28T08:12:00Z' }] } },
    rules: entry,
    expect: refused,
  },
  {
    name: 'rapid-two-days-ago',
    about: 'A rapid test of more than 24 hours.',
    certificate: { dcc: { ver: '1.3.0', ...lan, t: [{ ...rapidTest, sc: '2022-05-30T08:12:00Z' }] } },
    rules: entry,
    expect: refused,
  },
  {
    name: 'recovery-three-months-ago',
    about: 'A recovery of between 11 and 180 days.',
    certificate: { dcc: recoveryDcc },
    rules: entry,
    expect: accepted,
  },
  {
    name: 'recovery-long-ago',
    about: 'A recovery of more than 180 days.',
    certificate: { dcc: { ver: '1.3.0', ...lan, r: [{ ...recovery, fr: '2021-11-20' }] } },
    rules: entry,
    expect: refused,
  },
  {
    name: 'invalidated',
    about: 'The issuing country takes back what one site stated on one day.',
    ...dose({ ci: 'URN:UVCI:01:VN:SAMPLE-HP-0001/1#7' }),
    rules: entry,
    expect: refused,
  },
  {
    name: 'expired-before-rules',
    about: 'No rule is asked of a certificate that has expired.',
    certificate: { ...lastYear, exp: seconds('2022-03-01T00:00:00Z') },
    rules: entry,
    expect: refusedAt('time', 'dcc.expired', ['rules']),
  },
]

/** Certificates before the sample rules of Viet Nam. */
export const vietnameseRuleCases: readonly VerifyCase[] = cases.map(({ name, ...described }) => ({
  id: `rules/${name}`,
  spec: 'CertLogic 1.3.2; sample rules of Viet Nam',
  importance: 'medium',
  ...described,
}))
