import { type Column, columns, doseOutcomes, type Outcome, outcomes, type SheetField } from './columns.ts'
import { doseFields } from './dose.ts'
import type { ListKind } from './list-kind.ts'
import { basicFields } from './person.ts'

/** How a list is laid out: one form for people, one for doses. */
export interface SheetForm {
  readonly columns: readonly Column[]
  /** What may be corrected. */
  readonly fields: readonly SheetField[]
  /** By the figure that is written into the sheet. */
  readonly outcomes: Readonly<Record<string, Outcome>>
}

export const personForm: SheetForm = { columns, fields: basicFields, outcomes }

/** Suggestions are few, and stand in one column; so does all that is known of the person's doses. */
export const doseForm: SheetForm = {
  columns: [
    ...(['row_key', 'person', 'reasons', 'advice', 'timeline'] as const),
    ...doseFields.flatMap((field): Column[] => [`${field}_declared`, `${field}_corrected`]),
    ...(['proposed', 'outcome', 'duplicate_of', 'note'] as const),
  ],
  fields: doseFields,
  outcomes: doseOutcomes,
}

export function formOf(kind: ListKind): SheetForm {
  return kind === 'dose' ? doseForm : personForm
}

/** The form of which most columns are there: some may have been taken out. */
export function formOfColumns(names: readonly string[]): SheetForm {
  const there = ({ columns }: SheetForm): number => columns.filter((column) => names.includes(column)).length
  return there(doseForm) > there(personForm) ? doseForm : personForm
}
