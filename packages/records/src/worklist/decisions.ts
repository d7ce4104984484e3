import type { Outcome } from './columns.ts'
import type { Comparison } from './compare.ts'
import type { BasicField } from './person.ts'
import type { WorkList } from './work-list.ts'

/**
 * A line of the decisions file, for the next run of `cleanse`. It holds for a row where the field still says `before`, or
 * in the same run by its number.
 */
export interface Decision {
  readonly decision: 'correct' | Exclude<Outcome, 'as-proposed' | 'as-corrected'>
  /** Identifier of the dose, '' where the record has none, and number of the row in the run that was listed. */
  readonly dose_id: string
  readonly row: number
  readonly field?: BasicField
  readonly before?: string
  readonly after?: string
  readonly note?: string
  /** Who decided, as what, of which unit; when; in which list. */
  readonly by: string
  readonly role: string
  readonly unit: string
  readonly at: string
  readonly list: string
}

/** One line for each row of the data and each cell that changed, or for each row and what else was found. */
export function decisionsOf(list: WorkList, { signed, answers }: Extract<Comparison, { kind: 'taken' }>): Decision[] {
  const { officer: by, role, unit, date: at } = signed
  return answers.flatMap(({ row, outcome, changes, note }) => {
    const found = outcome === 'as-proposed' || outcome === 'as-corrected' ? 'correct' : outcome
    const whats = found === 'correct' ? changes.map((change) => ({ ...change })) : [{}]
    return row.records.flatMap((record, index) =>
      whats.map((what) => ({
        decision: found,
        dose_id: row.doses[index] ?? '',
        row: record,
        ...what,
        ...(note !== '' && { note }),
        by,
        role,
        unit,
        at,
        list: list.id,
      })),
    )
  })
}
