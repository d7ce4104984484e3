import type { Claims, Usage } from '../../dcc/types.ts'
import { Fault } from '../../fault.ts'
import type { Rule } from '../../trust/rule.ts'
import { UNKNOWN_COUNTRY } from '../../trust/signer-country.ts'
import { type CertLogic, compileCertLogic, type Value } from './certlogic/index.ts'
import { externalParameters } from './external-parameters.ts'
import type { RulePolicy } from './rule-policy.ts'
import type { RuleResult } from './rule-result.ts'
import { selectRules } from './select-rules.ts'

/** What rules are asked about. */
export interface RuleSubject {
  readonly claims: Claims
  readonly usage: Usage
  readonly kid: Uint8Array
  readonly signerCountry: string
}

/**
 * Asks every rule that is in force for this certificate at `now` (seconds since 1970). Empty when there is none.
 * A rule holds when it says true, and not when it says false; with anything else, or nothing at all, it is open.
 */
export function judgeRules(policy: RulePolicy, subject: RuleSubject, now: number): readonly RuleResult[] {
  const { claims, usage, kid } = subject
  const issuingCountry = issuingCountryOf(subject)
  const rules = selectRules(policy, { usage, issuingCountry, now })
  if (rules.length === 0) return []
  const payload = claims.dcc as unknown as Value
  const data = { payload, external: externalParameters(policy, { claims, kid, issuingCountry }, now) }
  return rules.map((rule) => ({
    identifier: rule.identifier,
    version: rule.version,
    type: rule.type,
    outcome: outcomeOf(rule, data),
    descriptions: rule.descriptions,
  }))
}

/** The certificate's own word counts only where the key is bound to no country. */
function issuingCountryOf({ claims, signerCountry }: RuleSubject): string {
  return signerCountry === UNKNOWN_COUNTRY ? (claims.iss?.toUpperCase() ?? signerCountry) : signerCountry
}

function outcomeOf(rule: Rule, data: Value): RuleResult['outcome'] {
  try {
    const value = compiled(rule)(data)
    if (typeof value !== 'boolean') return 'open'
    return value ? 'passed' : 'failed'
  } catch (error) {
    if (error instanceof Fault) return 'open'
    throw error
  }
}

/** Each rule is made ready once, the first time that it is asked. */
const logics = new WeakMap<Rule, CertLogic>()

function compiled(rule: Rule): CertLogic {
  const known = logics.get(rule)
  if (known !== undefined) return known
  const logic = compile(rule)
  logics.set(rule, logic)
  return logic
}

/** What does not compile is open whenever it is asked. */
function compile(rule: Rule): CertLogic {
  try {
    if (isOurEngine(rule)) return compileCertLogic(rule.logic)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
  }
  return unreadable
}

/** Versions 0 and 1 of CertLogic differ in what they add; what a rule needs and we lack does not compile. */
function isOurEngine({ engine, engineVersion }: Rule): boolean {
  return engine === 'CERTLOGIC' && /^[01]\./.test(engineVersion)
}

const unreadable: CertLogic = () => null
