/** What a dose record can say, in the order in which we write it. */
export const fields = [
  'dose_id',
  'person_id',
  'id_number',
  'old_id_number',
  'id_kind',
  'full_name',
  'sex',
  'birth_date',
  'nationality',
  'phone',
  'guardian_name',
  'guardian_phone',
  'guardian_relation',
  'household',
  'address',
  'commune',
  'district',
  'province',
  'product',
  'lot',
  'dose_date',
  'dose_number',
  'dose_class',
  'country',
  'facility',
  'facility_name',
  'entry_date',
  'entry_mode',
  'status',
  'evidence',
  'death_date',
] as const

export type Field = (typeof fields)[number]

/** One text for each field; '' where the source says nothing. */
export type FieldValues = Record<Field, string>

/** Where a row stands in what was handed in: the one thing by which it is known from end to end. */
export interface RowPlace {
  /** Name of the file, without folders. */
  readonly file: string
  /** Number of the row within the whole run, from 1: unique, rising. */
  readonly row: number
  /** Line of the file (sheet row, resource number) on which it begins, from 1. */
  readonly line: number
}

/** One injection as some system or sheet told it. Nothing in it is believed yet. */
export interface DoseRecord {
  readonly place: RowPlace
  readonly values: Readonly<FieldValues>
  /** The row as it was cut, by column of its file: for the columns that no field takes (`Layout.extra`). */
  readonly cells?: readonly string[]
}

/** A row that could not be cut into fields. It is reported and kept as it stood. */
export interface UnreadRow {
  readonly place: RowPlace
  readonly reason: UnreadReason
  /** The row as it stood; what is no text is U+FFFD. */
  readonly text: string
}

/** `cells`: too many or too few. `heading`: the heading row once more, as where files were put together. */
export type UnreadReason = 'cells' | 'quote' | 'encoding' | 'too-large' | 'json' | 'resource' | 'heading'

export type ReadRow = DoseRecord | UnreadRow

export function isRead(row: ReadRow): row is DoseRecord {
  return 'values' in row
}
