import type { ListKind, ListRule } from './list-kind.ts'
import type { MatchFinding } from './match-output.ts'
import { type BasicField, basicFields } from './person.ts'

/** Columns that the commune fills; in all others a returned sheet says what was handed out. */
export type CorrectedColumn = `${BasicField}_corrected` | 'outcome' | 'note'
export type FixedColumn =
  | 'row_key'
  | 'doses'
  | 'reasons'
  | 'number_meaning'
  | 'contact'
  | 'address'
  | 'evidence'
  | `${BasicField}_declared`
  | `${BasicField}_proposed`
export type Column = FixedColumn | CorrectedColumn

/** Declared, proposed and corrected stand side by side. */
export const columns: readonly Column[] = [
  'row_key',
  'doses',
  'reasons',
  ...basicFields.flatMap((field): Column[] => [
    ...(field === 'id_number' ? (['number_meaning'] as const) : []),
    `${field}_declared`,
    `${field}_proposed`,
    `${field}_corrected`,
  ]),
  'contact',
  'address',
  'evidence',
  'outcome',
  'note',
]

const filled = /_corrected$|^outcome$|^note$/

export function isCorrected(column: Column): column is CorrectedColumn {
  return filled.test(column)
}

/** What an officer may find, by the figure that is written into the sheet. */
export const outcomes = {
  '1': 'as-declared',
  '2': 'as-proposed',
  '3': 'as-corrected',
  '4': 'two-persons',
  '5': 'not-resident',
  '6': 'deceased',
  '7': 'undetermined',
} as const
export type OutcomeFigure = keyof typeof outcomes
export type Outcome = (typeof outcomes)[OutcomeFigure]

/** Lines around the table, by the mark in their first cell. `officer` to `date` must be filled before a list comes back. */
export const signatureMarks = ['officer', 'role', 'unit', 'date', 'receiver', 'receiver_date'] as const
export type SignatureMark = (typeof signatureMarks)[number]
export const headMarks = ['list', 'commune', 'list_id', 'digest', 'issued', 'persons'] as const
export type HeadMark = (typeof headMarks)[number]
/** Lines below the table, in their order: two of them are room for ink. */
export const blockMarks = [
  'help',
  'officer',
  'role',
  'unit',
  'date',
  'seal',
  'receiver',
  'receiver_date',
  'receiver_seal',
] as const satisfies readonly (SignatureMark | 'help' | 'seal' | 'receiver_seal')[]
export type BlockMark = (typeof blockMarks)[number]

/** All that people read in a sheet, in their languages: the library speaks in codes. */
export interface SheetWords {
  readonly headings: Readonly<Record<Column, string>>
  readonly lists: Readonly<Record<ListKind, string>>
  readonly marks: Readonly<Record<HeadMark | BlockMark, string>>
  /** What to do with the sheet, outcomes by their figures among it. */
  readonly help: string
  readonly unknownCommune: string
  /** What belongs into a cell, in at most 255 letters: a spreadsheet says it where the cell is chosen. */
  readonly prompts: Readonly<
    Record<'outcome' | 'sex_corrected' | 'id_number_corrected' | 'birth_date_corrected', string>
  >
  /** Where the register has a person live. */
  readonly registered: (address: string) => string
  /** What the register's answer came to. */
  readonly match: (finding: MatchFinding) => string
  /** Why a person is on the list. */
  readonly rule: (rule: ListRule) => string
  readonly sex: Readonly<Record<'male' | 'female', string>>
  /** What a personal number says: place of birth registration, sex, year. */
  readonly numberMeaning: (meaning: { province: string; sex: 'male' | 'female'; birthYear: number }) => string
  /** How many other records the findings name. */
  readonly others: (count: number) => string
}
