export type { Context } from './cleanse/context.ts'
export { type Limits, limits2022 } from './cleanse/limits.ts'
export type { Finding, FixKind, RuleInfo, Severity } from './cleanse/rule.ts'
export { type RuleId, ruleIds } from './cleanse/rule-id.ts'
export {
  type DoseRecord,
  type Field,
  type FieldValues,
  fields,
  isRead,
  type ReadRow,
  type RowPlace,
  type UnreadRow,
} from './record.ts'
