import type { Rule } from '../../src/trust/rule.ts'
import type { RuleJson } from '../../src/trust/rule-json.ts'
import { readRule } from '../../src/trust/rule-json.ts'

/** A rule as a country publishes it: everybody needs two doses. */
export function ruleJson(fields: Partial<RuleJson> = {}): RuleJson {
  return {
    Identifier: 'VR-VN-0001',
    Type: 'Acceptance',
    Country: 'VN',
    Version: '1.0.0',
    SchemaVersion: '1.0.0',
    Engine: 'CERTLOGIC',
    EngineVersion: '1.3.2',
    CertificateType: 'Vaccination',
    Description: [
      { lang: 'en', desc: 'The series must be complete.' },
      { lang: 'vi', desc: 'Phải tiêm đủ liều theo quy định.' },
    ],
    ValidFrom: '2021-07-01T00:00:00Z',
    ValidTo: '2030-06-01T00:00:00Z',
    AffectedFields: ['v.0.dn', 'v.0.sd'],
    Logic: { '>=': [{ var: 'payload.v.0.dn' }, { var: 'payload.v.0.sd' }] },
    ...fields,
  }
}

/** The same, read. */
export function rule(fields: Partial<RuleJson> = {}): Rule {
  return readRule(ruleJson(fields), ['entry'])
}
