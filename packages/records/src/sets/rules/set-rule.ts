import type { Limits } from '../../cleanse/limits.ts'
import type { RuleInfo } from '../../cleanse/rule.ts'

/**
 * A rule that SQL decides over the keys, doubles left out (`kept`). Its query answers rows of `SetMatch`, each row of the
 * set at most once.
 */
export interface SetRule extends RuleInfo {
  readonly sql: string
  parameters(limits: Limits): readonly unknown[]
  /** What SQL alone cannot say. */
  holds?(match: SetMatch): boolean
}

export interface SetMatch {
  readonly row: number
  readonly before: string
  readonly after: string | null
  /** Ten at most. */
  readonly others: readonly number[]
}
