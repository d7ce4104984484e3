import { Fault } from '@vaxcert/core/fault'
import { decodeLettering } from '../names/lettering.ts'
import type { DoseRecord, Field } from '../record.ts'
import type { Lettering } from './column-survey.ts'
import { headingKey, shortHeadingKey } from './heading-key.ts'
import { fieldOfKey, isIdleKey, markOfKey, secondFieldOfKey } from './known-headings.ts'
import type { Mapping, MarkColumn } from './mapping.ts'

/** Which column says what. */
export interface Layout {
  /** Headings as they stand, by column. */
  readonly headings: readonly string[]
  /** Column of each field that has one, from 0. */
  readonly columns: Readonly<Partial<Record<Field, number>>>
  /** Columns that help out where the field's own cell is empty. */
  readonly second: readonly FieldColumn[]
  /** Columns in which a mark stands for a value. */
  readonly marks: readonly (FieldColumn & MarkColumn)[]
  /** What every row says where its cell is empty or missing. */
  readonly constants: Readonly<Partial<Record<Field, string>>>
  /** Columns that no field takes, or not always: kept with the row, for people (`extraCells`). */
  readonly extra: readonly ExtraColumn[]
}

export interface FieldColumn {
  readonly field: Field
  readonly column: number
}

export interface ExtraColumn {
  readonly heading: string
  readonly column: number
}

/** What one heading means. */
export type Meaning =
  | { readonly kind: 'field' | 'second'; readonly field: Field }
  | { readonly kind: 'mark'; readonly mark: MarkColumn }
  | { readonly kind: 'idle' | 'unknown' }

const legacyLetterings: readonly Lettering[] = ['tcvn3', 'vni', 'cp1258-as-1252', 'utf8-as-1252', 'viqr']

/** What a heading means: as the mapping says, else as known; also in the letters of old fonts. */
export function meaningOf(heading: string, mapping: Mapping): Meaning {
  const name = heading.trim()
  const field = Object.hasOwn(mapping.columns, name) ? mapping.columns[name] : undefined
  if (field !== undefined) return field === null ? { kind: 'idle' } : { kind: 'field', field }
  const mark = Object.hasOwn(mapping.marks, name) ? mapping.marks[name] : undefined
  if (mark !== undefined) return { kind: 'mark', mark }
  for (const key of keysOf(name)) {
    const meaning = knownMeaning(key)
    if (meaning !== undefined) return meaning
  }
  const common = fieldOfParts(name)
  if (common !== undefined) return { kind: 'field', field: common }
  return { kind: name === '' ? 'idle' : 'unknown' }
}

/** "CCCD/Mã định danh hoặc hộ chiếu": several names of one field. */
function fieldOfParts(name: string): Field | undefined {
  if (name.length > LONGEST_HEADING) return undefined
  const parts = name.normalize('NFC').split(/[/,;+]| hoặc | or /i)
  const found = parts.map((part) => fieldOfKey(headingKey(part)) ?? secondFieldOfKey(headingKey(part)))
  return found.length > 1 && found.every((field) => field === found[0]) ? found[0] : undefined
}

/** A heading is no longer than this; what is, is no heading. */
const LONGEST_HEADING = 120

function keysOf(name: string): readonly string[] {
  if (name === '' || name.length > LONGEST_HEADING) return []
  const plain = [headingKey(name), shortHeadingKey(name)]
  const isAscii = /^[\x20-\x7e]*$/.test(name)
  return isAscii
    ? plain
    : [...plain, ...legacyLetterings.map((lettering) => headingKey(decodeLettering(name, lettering)))]
}

function knownMeaning(key: string): Meaning | undefined {
  const field = fieldOfKey(key)
  if (field !== undefined) return { kind: 'field', field }
  const second = secondFieldOfKey(key)
  if (second !== undefined) return { kind: 'second', field: second }
  const mark = markOfKey(key)
  if (mark !== undefined) return { kind: 'mark', mark }
  return isIdleKey(key) ? { kind: 'idle' } : undefined
}

/**
 * Lays a heading row out.
 * @throws Fault `record.heading` when two columns are headed as the same field; it names the field and the columns
 */
export function layoutOf(headings: readonly string[], mapping: Mapping): Layout {
  const meanings = headings.map((heading) => meaningOf(heading, mapping))
  const columns: Partial<Record<Field, number>> = {}
  meanings.forEach((meaning, column) => {
    if (meaning.kind === 'field') takeColumn(columns, meaning.field, column)
  })
  const second = secondColumns(meanings, columns)
  const marks = meanings.flatMap((meaning, column) => (meaning.kind === 'mark' ? [{ ...meaning.mark, column }] : []))
  const isExtra = (column: number): boolean =>
    meanings[column]?.kind === 'unknown' || second.some((other) => other.column === column)
  const extra = headings
    .map((heading, column) => ({ heading: heading.trim(), column }))
    .filter((one) => isExtra(one.column))
  return { headings, columns, second, marks, constants: mapping.constants, extra }
}

/** What a row says in the columns that no field takes, in the order of `extra`. */
export function extraCells(row: DoseRecord, { extra }: Layout): readonly string[] {
  return extra.map(({ column }) => row.cells?.[column] ?? '')
}

function takeColumn(columns: Partial<Record<Field, number>>, field: Field, column: number): void {
  const first = columns[field]
  if (first !== undefined) {
    throw new Fault('record.heading', `two columns for ${field}: ${first + 1} and ${column + 1}`)
  }
  columns[field] = column
}

/** The first of a field becomes its column where it has none; an old number beside a new one is also known as old. */
function secondColumns(meanings: readonly Meaning[], columns: Partial<Record<Field, number>>): FieldColumn[] {
  const second: FieldColumn[] = []
  meanings.forEach((meaning, column) => {
    if (meaning.kind !== 'second') return
    if (columns[meaning.field] === undefined) columns[meaning.field] = column
    else second.push({ field: meaning.field, column })
  })
  return second
}

/** How many headings of a row are known: the heading row is the one with most. */
export function knownHeadings(headings: readonly string[], mapping: Mapping): number {
  const known = headings.map((heading) => meaningOf(heading, mapping))
  return known.filter(({ kind }) => kind === 'field' || kind === 'second' || kind === 'mark').length
}
