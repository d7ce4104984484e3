export type { RulePolicy } from './rules/rule-policy.ts'
export type { RuleResult } from './rules/rule-result.ts'
export { type SnapshotPolicy, underSnapshot } from './under-snapshot.ts'
export type {
  Check,
  CheckName,
  Found,
  RefusalCode,
  UndecidedCode,
  Verdict,
  VerifiedDcc,
  Warning,
} from './verdict.ts'
export { verify } from './verify.ts'
export type { VerifyOptions } from './verify-options.ts'
