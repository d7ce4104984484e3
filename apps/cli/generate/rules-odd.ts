import { type RuleJson, type RulesListJson, writeRules } from '@vaxcert/core/trust/publish'
import { sampleRules } from './sample-rules.ts'

const always = { if: [true, true, { var: 'payload.v' }] }
const never = { if: [true, false, { var: 'payload.v' }] }

/** A rule of an invented policy; the country says what is odd about it. */
function odd(country: string, number: number, fields: Partial<RuleJson>): RuleJson {
  return {
    Identifier: `GR-${country}-000${number}`,
    Type: 'Acceptance',
    Country: country,
    Version: '1.0.0',
    SchemaVersion: '1.0.0',
    Engine: 'CERTLOGIC',
    EngineVersion: '1.2.2',
    CertificateType: 'General',
    Description: [{ lang: 'en', desc: 'SAMPLE, not law: a rule to test verifiers with.' }],
    ValidFrom: '2022-01-01T00:00:00Z',
    ValidTo: '2031-12-31T23:59:59Z',
    AffectedFields: ['v'],
    Logic: always,
    ...fields,
  }
}

const devices = { var: 'external.valueSets.covid-19-lab-test-manufacturer-and-name' }

/** Rules of which the verifier's part is to be tested: selection, versions, and what cannot be evaluated. */
const rules: readonly RuleJson[] = [
  // LA: the highest version counts, and 10 is more than 9.
  odd('LA', 1, { Version: '1.9.0', Logic: never }),
  odd('LA', 1, { Version: '1.10.0' }),
  odd('LA', 1, { Version: '2.0.0', ValidFrom: '2022-07-01T00:00:00Z', Logic: never }),
  // TH: an operator that CertLogic lacks.
  odd('TH', 1, { Logic: { or: [true, { var: 'payload.v' }] } }),
  // KH: another engine.
  odd('KH', 1, { Engine: 'JSONLOGIC' }),
  odd('KH', 2, { Logic: never, CertificateType: 'Test' }),
  // SG: truthy, but not true.
  odd('SG', 1, { Logic: { var: 'payload.v' } }),
  // MY: a value set that is not at hand.
  odd('MY', 1, { Logic: { '!': [{ in: ['1232', devices] }] }, AffectedFields: [] }),
  // PH: one cannot be evaluated, one does not hold.
  odd('PH', 1, { Logic: { plusTime: ['today', 0, 'day'] } }),
  odd('PH', 2, { Logic: never }),
  // ID: only for tests, only from July, only in one region, only for its own certificates.
  odd('ID', 1, { CertificateType: 'Test' }),
  odd('ID', 2, { ValidFrom: '2022-07-01T00:00:00Z' }),
  odd('ID', 3, { Region: 'BALI' }),
  odd('ID', 4, { Identifier: 'IR-ID-0004', Type: 'Invalidation' }),
  // BN: valid until the very second.
  odd('BN', 1, { ValidTo: '2022-06-01T00:00:00Z' }),
]

/** Sample rules of Viet Nam, and the odd ones of its neighbours. */
export function oddRules(): RulesListJson {
  const odds = rules.map((rule) => ({ purposes: ['entry'] as const, rule }))
  return writeRules([...sampleRules().rules, ...odds])
}
