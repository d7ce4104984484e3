import type { Purpose, RuleCertificateType } from '@vaxcert/core/trust'
import type { RuleJson } from '@vaxcert/core/trust/publish'

/** A rule of the sample set with what it must say of certificates. */
export interface NationalRule {
  readonly purposes: readonly Purpose[]
  readonly rule: RuleJson
  readonly tests: readonly RuleTest[]
}

/** A file of `tests` in the national layout. */
export interface RuleTest {
  readonly name: string
  readonly payload: object
  readonly external: {
    readonly validationClock: string
    readonly valueSets: Readonly<Record<string, readonly string[]>>
  }
  readonly expected: boolean
}

/** What differs from rule to rule. */
interface Draft {
  readonly identifier: string
  readonly certificateType: RuleCertificateType
  readonly type?: RuleJson['Type']
  readonly purposes: readonly Purpose[]
  readonly en: string
  readonly vi: string
  readonly affectedFields: readonly string[]
  readonly logic: object
  readonly tests: readonly RuleTest[]
}

/** A rule of 2022 to 2031, Vietnamese time. Every description says that it is none of the ministry's. */
export function nationalRule(draft: Draft): NationalRule {
  return {
    purposes: draft.purposes,
    tests: draft.tests,
    rule: {
      Identifier: draft.identifier,
      Type: draft.type ?? 'Acceptance',
      Country: 'VN',
      Version: '1.0.0',
      SchemaVersion: '1.0.0',
      Engine: 'CERTLOGIC',
      EngineVersion: '1.2.2',
      CertificateType: draft.certificateType,
      Description: [
        { lang: 'en', desc: `SAMPLE, not law: ${draft.en}` },
        { lang: 'vi', desc: `MẪU, không phải quy định: ${draft.vi}` },
      ],
      ValidFrom: '2022-01-01T00:00:00+07:00',
      ValidTo: '2031-12-31T23:59:59+07:00',
      AffectedFields: draft.affectedFields,
      Logic: draft.logic,
    },
  }
}

/** When the tests ask, unless they say otherwise. */
const CLOCK = '2022-06-01T00:00:00Z'

export function ruleTest(name: string, payload: object, expected: boolean, validationClock: string = CLOCK): RuleTest {
  const valueSets = { 'disease-agent-targeted': ['840539006'] }
  return { name, payload, external: { validationClock, valueSets }, expected }
}
