export {
  type CertLogic,
  compileCertLogic,
  dataAccesses,
  type Issue,
  type Value,
  validateCertLogic,
} from './certlogic/index.ts'
export { judgeRules, type RuleSubject } from './judge-rules.ts'
export { ruleDescription } from './rule-description.ts'
export type { RulePolicy } from './rule-policy.ts'
export type { RuleResult } from './rule-result.ts'
