import type { Decided, Decision } from '@vaxcert/records/worklist'

/** A decision of an office, and what came of it; without a row where no dose of the files is meant. */
export interface DecidedLine extends Omit<Decided, 'result'> {
  readonly row?: number
  readonly result: Decided['result'] | 'no-such-dose'
}

const told = ['decision', 'dose_id', 'field', 'before', 'after', 'note', 'by', 'role', 'unit', 'at', 'list'] as const

/** `answered`: rules whose questions were answered by what is right as it stands. `kept`: the dose that a double is of. */
export const decidedHeadings: readonly string[] = ['row', 'result', ...told, 'answered', 'kept']

export function decidedCells({ row, result, decision }: DecidedLine): readonly string[] {
  const { stands, kept } = decision
  const answered = (stands?.questions ?? []).map(({ rule }) => rule).join(' ')
  const place = kept === undefined ? '' : kept.dose || `row ${kept.row}`
  return [row === undefined ? '' : `${row}`, result, ...told.map((name) => cellOf(decision, name)), answered, place]
}

function cellOf(decision: Decision, name: (typeof told)[number]): string {
  return decision[name] ?? ''
}
