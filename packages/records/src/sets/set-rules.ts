import type { Limits } from '../cleanse/limits.ts'
import type { Finding, RuleInfo } from '../cleanse/rule.ts'
import type { Database } from '../database/database.ts'
import { seriesRules } from '../dose/series-rules.ts'
import type { SetRow } from './person/person.ts'
import { moreThanGiven, moreThanReceived, noSession } from './rules/counts.ts'
import { sharedEvidence } from './rules/evidence.ts'
import { hiddenNumber } from './rules/hidden-number.ts'
import { lotNearby } from './rules/lot-nearby.ts'
import { personRules } from './rules/person-rules.ts'
import { suspiciousSession } from './rules/session.ts'
import type { SetMatch, SetRule } from './rules/set-rule.ts'

/** Rules that SQL decides, in the order in which they run. */
export const sqlRules: readonly SetRule[] = [
  ...[hiddenNumber, sharedEvidence, suspiciousSession, lotNearby],
  ...[noSession, moreThanReceived, moreThanGiven],
]

/** Every rule that the whole set decides. */
export const setRules: readonly RuleInfo[] = [...personRules, ...seriesRules, ...sqlRules]

/** What the rules in SQL find, row by row, in no order. */
export async function* sqlFindings(database: Database, limits: Limits): AsyncGenerator<SetRow> {
  for (const rule of sqlRules) {
    for await (const match of database.rows<SetMatch>(rule.sql, rule.parameters(limits))) {
      if (rule.holds?.(match) !== false) yield { row: match.row, findings: [findingOf(rule, match)] }
    }
  }
}

function findingOf({ id, severity, fields: [field = 'dose_id'] }: RuleInfo, match: SetMatch): Finding {
  const others = match.others.filter((other) => other !== match.row).slice(0, 9)
  const after = match.after === null ? {} : { after: match.after }
  return { rule: id, severity, field, before: match.before, ...after, applied: false, others }
}
