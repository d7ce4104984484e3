import { describe, expect, it } from 'vitest'
import type { Claims, Dcc } from '../../../src/dcc/types.ts'
import type { RuleJson } from '../../../src/trust/rule-json.ts'
import { readRule } from '../../../src/trust/rule-json.ts'
import { judgeRules, type RulePolicy, type RuleSubject } from '../../../src/verify/rules/index.ts'
import { rule, ruleJson } from '../../trust/rule-samples.ts'

const NOW = Date.UTC(2022, 5, 1) / 1000
const always = { '===': [1, 1] }
const never = { '===': [1, 2] }

const dcc = { ver: '1.3.0', nam: { fnt: 'MAU' }, dob: '1990-01', v: [{ mp: 'Abdala', dn: 3, sd: 3, dt: '2022-05-01' }] }
const claims: Claims = { iss: 'VN', iat: NOW - 86_400, exp: NOW + 86_400, dcc: dcc as unknown as Dcc }
const subject: RuleSubject = {
  claims,
  usage: 'vaccination',
  kid: Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]),
  signerCountry: 'VN',
}

function policy(...rules: readonly Partial<RuleJson>[]): RulePolicy {
  return { rules: rules.map(rule), valueSets: [], country: 'VN', purpose: 'entry' }
}

/** "VR-VN-0001 1.0.0 passed", for each rule that was asked. */
function outcomes(given: RulePolicy, of: Partial<RuleSubject> = {}, now = NOW): readonly string[] {
  const results = judgeRules(given, { ...subject, ...of }, now)
  return results.map(({ identifier, version, outcome }) => `${identifier} ${version} ${outcome}`)
}

/** What a rule says of a piece of data that is asked for equality with one that is never there. */
function isNull(path: string, of: Partial<RuleSubject> = {}): readonly string[] {
  return outcomes(policy({ Logic: { '===': [{ var: path }, { var: 'nothing' }] } }), of)
}

describe('a rule', () => {
  it('holds when it says true, does not when it says false, and is open otherwise', () => {
    expect(outcomes(policy({ Logic: always }))).toEqual(['VR-VN-0001 1.0.0 passed'])
    expect(outcomes(policy({ Logic: never }))).toEqual(['VR-VN-0001 1.0.0 failed'])
    for (const Logic of [{ var: 'payload.v' }, { var: 'none' }, { '+': [1, 'a'] }, { or: [1] }, {}, []]) {
      expect(outcomes(policy({ Logic }))).toEqual(['VR-VN-0001 1.0.0 open'])
    }
  })

  it('is open when it is for an engine that we do not have', () => {
    expect(outcomes(policy({ Engine: 'certlogic', Logic: always }))).toEqual(['VR-VN-0001 1.0.0 open'])
    expect(outcomes(policy({ EngineVersion: '2.0.0', Logic: always }))).toEqual(['VR-VN-0001 1.0.0 open'])
    expect(outcomes(policy({ EngineVersion: '0.7.5', Logic: always }))).toEqual(['VR-VN-0001 1.0.0 passed'])
  })

  it('says the same however often it is asked', () => {
    const given = policy({ Logic: always }, { Identifier: 'VR-VN-0002', Logic: { or: [1] } })
    expect(outcomes(given)).toEqual(outcomes(given))
  })

  it('brings its descriptions along', () => {
    const [result] = judgeRules(policy({}), subject, NOW)
    expect(result?.descriptions.get('en')).toBe('The series must be complete.')
    expect(result?.type).toBe('Acceptance')
  })
})

describe('which rules are asked', () => {
  it('those of the country that is entered, under any of its codes', () => {
    expect(outcomes(policy({ Country: 'LA' }))).toEqual([])
    expect(outcomes({ ...policy({ Country: 'GR' }), country: 'EL' })).toHaveLength(1)
  })

  it('those that take back what the signing country signed', () => {
    const invalidation = { Identifier: 'IR-VN-0001', Type: 'Invalidation', Logic: never } as const
    const abroad: RulePolicy = { ...policy(invalidation), country: 'LA' }
    expect(outcomes(abroad)).toEqual(['IR-VN-0001 1.0.0 failed'])
    expect(outcomes(abroad, { signerCountry: 'TH' })).toEqual([])
    expect(outcomes(policy({ ...invalidation, Country: 'LA' }))).toEqual([])
  })

  it('those that take back, whatever they are entered for and wherever', () => {
    const taken = { Identifier: 'IR-VN-0001', Type: 'Invalidation', Region: 'HN', Logic: never } as const
    const abroad: RulePolicy = { ...policy(taken), country: 'LA', purpose: 'venue', region: 'VT' }
    expect(outcomes(abroad)).toEqual(['IR-VN-0001 1.0.0 failed'])
  })

  it('both of one identifier, where one accepts and one takes back', () => {
    const given = policy({ Logic: always }, { Type: 'Invalidation', Version: '2.0.0', Logic: never })
    expect(outcomes(given)).toEqual(['VR-VN-0001 1.0.0 passed', 'VR-VN-0001 2.0.0 failed'])
  })

  it('those of the country that a certificate names, where its key is bound to none', () => {
    const abroad: RulePolicy = { ...policy({ Type: 'Invalidation' }), country: 'LA' }
    expect(outcomes(abroad, { signerCountry: 'XX' })).toHaveLength(1)
    expect(outcomes(abroad, { signerCountry: 'XX', claims: { ...claims, iss: 'th' } })).toEqual([])
    expect(outcomes(abroad, { signerCountry: 'XX', claims: { dcc: claims.dcc } })).toEqual([])
  })

  it('those for this kind of certificate, and for all kinds', () => {
    const kinds = (['General', 'Vaccination', 'Test', 'Recovery'] as const).map((CertificateType, index) => ({
      Identifier: `GR-VN-000${index}`,
      CertificateType,
      Logic: always,
    }))
    expect(outcomes(policy(...kinds))).toEqual(['GR-VN-0000 1.0.0 passed', 'GR-VN-0001 1.0.0 passed'])
    expect(outcomes(policy(...kinds), { usage: 'test' })).toEqual([
      'GR-VN-0000 1.0.0 passed',
      'GR-VN-0002 1.0.0 passed',
    ])
    expect(outcomes(policy(...kinds), { usage: 'recovery' })).toHaveLength(2)
  })

  it('those in force, both ends included', () => {
    const given = policy({ ValidFrom: '2022-06-01T00:00:00Z', ValidTo: '2022-06-02T07:00:00+07:00' })
    expect([NOW - 1, NOW, NOW + 86_400, NOW + 86_401].map((now) => outcomes(given, {}, now).length)).toEqual([
      0, 1, 1, 0,
    ])
  })

  it('those for this purpose', () => {
    const given: RulePolicy = { ...policy(), rules: [readRule(ruleJson(), ['venue'])] }
    expect(outcomes(given)).toEqual([])
    expect(outcomes({ ...given, purpose: 'venue' })).toHaveLength(1)
  })

  it('those of the whole country, and of the region besides', () => {
    const given = policy({ Logic: always }, { Region: 'HN', Logic: never })
    expect(outcomes(given)).toEqual(['VR-VN-0001 1.0.0 passed'])
    expect(outcomes({ ...given, region: 'HN' })).toEqual(['VR-VN-0001 1.0.0 passed', 'VR-VN-0001 1.0.0 failed'])
    expect(outcomes({ ...given, region: 'HP' })).toHaveLength(1)
  })

  it.each([
    [['1.9.0', '1.10.0', '1.2.0'], '1.10.0'],
    [['2.0.0', '10.0.0'], '10.0.0'],
    [['1.0.1', '1.0.0'], '1.0.1'],
    [['1.0.0-rc.1', '1.0.0'], '1.0.0'],
    [['1.0.0', '1.0.0-rc.1'], '1.0.0'],
    [['1.0.0', '1.0.1-rc.1'], '1.0.1-rc.1'],
  ])('of the versions %j the highest', (versions, highest) => {
    expect(outcomes(policy(...versions.map((Version) => ({ Version, Logic: always }))))).toEqual([
      `VR-VN-0001 ${highest} passed`,
    ])
  })

  it('of the versions in force, whatever comes later', () => {
    const given = policy({ Version: '1.0.0', Logic: always }, { Version: '2.0.0', ValidFrom: '2023-01-01T00:00:00Z' })
    expect(outcomes(given)).toEqual(['VR-VN-0001 1.0.0 passed'])
  })
})

describe('what a rule sees', () => {
  const equal = (path: string, value: string | number, given: Partial<RulePolicy> = {}): readonly string[] =>
    outcomes({ ...policy({ Logic: { '===': [{ var: path }, value] } }), ...given })

  it.each([
    ['payload.v.0.mp', 'Abdala'],
    ['payload.v.0.dn', 3],
    ['payload.dob', '1990-01'],
    ['external.validationClock', '2022-06-01T00:00:00.000Z'],
    ['external.iat', '2022-05-31T00:00:00.000Z'],
    ['external.exp', '2022-06-02T00:00:00.000Z'],
    ['external.countryCode', 'VN'],
    ['external.issuerCountryCode', 'VN'],
    ['external.kid', 'AQIDBAUGBwg='],
  ])('%s is %s', (path, value) => {
    expect(equal(path, value)).toEqual(['VR-VN-0001 1.0.0 passed'])
  })

  it('is null for what is not there or beyond the calendar', () => {
    expect(isNull('external.region')).toEqual(['VR-VN-0001 1.0.0 passed'])
    expect(isNull('external.iat', { claims: { dcc: claims.dcc } })).toEqual(['VR-VN-0001 1.0.0 passed'])
    expect(isNull('external.exp', { claims: { ...claims, exp: 1e15 } })).toEqual(['VR-VN-0001 1.0.0 passed'])
    expect(isNull('payload.constructor')).toEqual(['VR-VN-0001 1.0.0 passed'])
  })

  it('is the region that is entered', () => {
    expect(equal('external.region', 'HN', { region: 'HN' })).toEqual(['VR-VN-0001 1.0.0 passed'])
  })

  it('are the value sets in their newest version of today', () => {
    const set = (date: string, ...codes: readonly string[]) => ({ id: 'products', date, codes })
    const valueSets = [set('2022-06-02', 'c'), set('2022-06-01', 'b'), set('2021-01-01', 'a')]
    expect(equal('external.valueSets.products.0', 'b', { valueSets })).toEqual(['VR-VN-0001 1.0.0 passed'])
    const isIn = policy({ Logic: { in: ['c', { var: 'external.valueSets.products' }] } })
    expect(outcomes({ ...isIn, valueSets })).toEqual(['VR-VN-0001 1.0.0 failed'])
    expect(outcomes({ ...isIn, valueSets: [set('2022-06-02', 'c')] })).toEqual(['VR-VN-0001 1.0.0 open'])
  })
})
