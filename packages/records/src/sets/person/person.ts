import type { SeriesPosition } from '@vaxcert/core/dcc'
import type { Finding, RuleInfo } from '../../cleanse/rule.ts'
import type { SeriesMeasures } from '../../dose/timeline.ts'
import type { Field } from '../../record.ts'
import type { DoseKey } from '../dose-key.ts'

/** What the whole set says of one row. */
export interface SetRow {
  readonly row: number
  readonly findings: readonly Finding[]
  /** The row that it is a double of, which is kept in its place. */
  readonly mergedInto?: number
  /** Where the dose stands in the person's series; absent where that is not certain. */
  readonly position?: SeriesPosition
}

/** What the rules over one person measure by. */
export interface PersonMeasures extends SeriesMeasures {
  /** Whether places in series are told too. Nearly each row has one. Default false. */
  readonly positions?: boolean
}

/** A row in the hands of the rules over one person. */
export interface Judged {
  readonly key: DoseKey
  readonly findings: Finding[]
  mergedInto?: number
  position?: SeriesPosition
}

/** Rows that a finding names at most. */
const MOST_OTHERS = 9

export function openRow(key: DoseKey): Judged {
  return { key, findings: [] }
}

/** Adds a finding that proposes nothing, or `after`. Others are named in rising order, this row not among them. */
export function tell(judged: Judged, rule: RuleInfo, field: Field, found: Found): void {
  const others = [...new Set(found.others)].filter((row) => row !== judged.key.row).sort((a, b) => a - b)
  judged.findings.push({
    rule: rule.id,
    severity: rule.severity,
    field,
    before: found.before,
    ...(found.after === undefined ? {} : { after: found.after }),
    applied: found.applied ?? false,
    others: others.slice(0, MOST_OTHERS),
  })
}

export interface Found {
  readonly before: string
  readonly after?: string
  readonly applied?: boolean
  readonly others: readonly number[]
}

export function rowsOf(judged: readonly Judged[]): readonly number[] {
  return judged.map(({ key }) => key.row)
}
