import type { RuleId } from '../cleanse/rule-id.ts'
import type { DoseClass } from '../dose/dose-number.ts'
import type { DoseField } from './dose.ts'
import type { ListKind } from './list-kind.ts'
import type { MatchFinding } from './match-output.ts'
import type { OfficeKind } from './office.ts'
import { type BasicField, basicFields } from './person.ts'

/** A field that an office may correct. */
export type SheetField = BasicField | DoseField
/** Columns that an office fills; in all others a returned sheet says what was handed out. */
export type CorrectedColumn = `${SheetField}_corrected` | 'duplicate_of' | 'outcome' | 'note'
export type FixedColumn =
  | 'row_key'
  | 'doses'
  | 'reasons'
  | 'number_meaning'
  | 'contact'
  | 'address'
  | 'evidence'
  | 'person'
  | 'advice'
  | 'timeline'
  | 'proposed'
  | `${SheetField}_declared`
  | `${BasicField}_proposed`
export type Column = FixedColumn | CorrectedColumn

/** Of a list of people. Declared, proposed and corrected stand side by side. */
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

const filled = /_corrected$|^duplicate_of$|^outcome$|^note$/

export function isCorrected(column: Column): column is CorrectedColumn {
  return filled.test(column)
}

/** What an officer may find about a person, by the figure that is written into the sheet. */
export const outcomes = {
  '1': 'as-declared',
  '2': 'as-proposed',
  '3': 'as-corrected',
  '4': 'two-persons',
  '5': 'not-resident',
  '6': 'deceased',
  '7': 'undetermined',
} as const
/** What whoever gave a dose may find about it. */
export const doseOutcomes = {
  '1': 'by-paper',
  '2': 'by-household-visit',
  '3': 'by-facility-records',
  '4': 'as-proposed',
  '5': 'as-corrected',
  '6': 'duplicate',
  '7': 'not-given',
  '8': 'undetermined',
} as const
export type Outcome = (typeof outcomes)[keyof typeof outcomes] | (typeof doseOutcomes)[keyof typeof doseOutcomes]

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
] as const
export type BlockMark = (typeof blockMarks)[number]

/** What a sheet says where a cell is chosen. */
export type Prompt =
  | 'outcome'
  | 'sex_corrected'
  | 'id_number_corrected'
  | 'birth_date_corrected'
  | 'passport'
  | 'dose_outcome'
  | 'product_corrected'
  | 'dose_date_corrected'
  | 'dose_class_corrected'
  | 'duplicate_of'

/** What a timeline and the proposals of a dose are told with. */
export interface DoseWords {
  readonly fields: Readonly<Record<DoseField, string>>
  readonly classes: Readonly<Record<DoseClass, string>>
  readonly number: (number: string) => string
  /** Days since the dose before. */
  readonly days: (days: number) => string
  /** The dose that the row is about; one that its findings name; one that was declared under another number or name. */
  readonly here: string
  readonly named: string
  readonly other: string
  readonly unknownDay: string
}

/** All that people read in a sheet, in their languages: the library speaks in codes. */
export interface SheetWords {
  readonly headings: Readonly<Record<Column, string>>
  readonly lists: Readonly<Record<ListKind, string>>
  readonly marks: Readonly<Record<HeadMark | BlockMark, string>>
  /** The same where they are not for police and health station, but for whoever gave the doses. */
  readonly doseMarks: Readonly<Partial<Record<HeadMark | BlockMark, string>>>
  readonly offices: Readonly<Record<OfficeKind, string>>
  /** What to do with the sheet, outcomes by their figures among it. */
  readonly help: string
  readonly doseHelp: string
  readonly unknownCommune: string
  /** What belongs into a cell, in at most 255 letters: a spreadsheet says it where the cell is chosen. */
  readonly prompts: Readonly<Record<Prompt, string>>
  /** Where the register has a person live. */
  readonly registered: (address: string) => string
  /** What the register's answer came to. */
  readonly match: (finding: MatchFinding) => string
  /** Why a person or a dose is on the list, and what to do about it. */
  readonly rule: (rule: RuleId) => string
  readonly advice: (rule: RuleId) => string
  /** Behind a reason that no confirmation takes away. */
  readonly blocks: string
  readonly dose: DoseWords
  readonly sex: Readonly<Record<'male' | 'female', string>>
  /** What a personal number says: place of birth registration, sex, year. */
  readonly numberMeaning: (meaning: { province: string; sex: 'male' | 'female'; birthYear: number }) => string
  /** How many other records the findings name. */
  readonly others: (count: number) => string
}
