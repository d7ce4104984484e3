import type { FieldValues } from '../record.ts'
import type { RowAnswer } from './answer.ts'
import type { Outcome } from './columns.ts'
import type { Comparison } from './compare.ts'
import type { Standing } from './question.ts'
import { formOf } from './sheet-form.ts'
import type { TimelinePlace, WorkList } from './work-list.ts'

/**
 * A line of the decisions file, for the next run of `cleanse`. It holds for a row where the field still says `before`, or
 * in the same run by its number.
 */
export interface Decision {
  readonly decision: 'correct' | Exclude<Outcome, 'as-proposed' | 'as-corrected'>
  /** Identifier of the dose, '' where the record has none, and number of the row in the run that was listed. */
  readonly dose_id: string
  readonly row: number
  readonly field?: keyof FieldValues
  readonly before?: string
  readonly after?: string
  /** Of what is right as it stands, the values that were looked at, and the questions that this answers. */
  readonly stands?: Standing
  /** The dose that is kept in the place of a double. */
  readonly kept?: TimelinePlace
  readonly note?: string
  /** Who decided, as what, of which unit; when; in which list. */
  readonly by: string
  readonly role: string
  readonly unit: string
  readonly at: string
  readonly list: string
}

type What = Pick<Decision, 'decision' | 'field' | 'before' | 'after' | 'stands' | 'kept'>

/** One line for each row of the data and each value that changes, or for each row and what else was found. */
export function decisionsOf(list: WorkList, { signed, answers }: Extract<Comparison, { kind: 'taken' }>): Decision[] {
  const { officer: by, role, unit, date: at } = signed
  return answers.flatMap((answer) =>
    answer.row.records.flatMap((record, index) =>
      whatsOf(list, answer, index).map((what) => ({
        ...what,
        dose_id: answer.row.doses[index] ?? '',
        row: record,
        ...(answer.note !== '' && { note: answer.note }),
        ...{ by, role, unit, at, list: list.id },
      })),
    ),
  )
}

/** What is decided about one of the records of a row. */
function whatsOf(list: WorkList, { row, outcome, changes, kept }: RowAnswer, record: number): readonly What[] {
  if (outcome === 'as-proposed' || outcome === 'as-corrected')
    return changes.map((change) => ({ decision: 'correct', ...change }))
  const changed = changes.map((change) => ({ decision: outcome, ...change, ...(kept && { kept }) }))
  if (outcome !== 'as-declared' && !outcome.startsWith('by-'))
    return changed.length > 0 ? changed : [{ decision: outcome }]
  const values = Object.fromEntries(formOf(list.kind).fields.map((field) => [field, row.declared[field] ?? '']))
  return [...changed, { decision: outcome, stands: { values, questions: row.questions[record] ?? [] } }]
}
