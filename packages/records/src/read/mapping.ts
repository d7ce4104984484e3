import { Fault } from '@vaxcert/core/fault'
import { type Field, fields } from '../record.ts'

/** What a person says of a file's columns; it wins over what the headings say. Written as JSON. */
export interface Mapping {
  /** Heading as it stands in the file → field; null where the column is to be left aside. */
  readonly columns: Readonly<Record<string, Field | null>>
  /** What every row says where its own column is empty or missing: `{"country": "VN", "entry_mode": "backlog"}`. */
  readonly constants: Readonly<Partial<Record<Field, string>>>
  /** Columns in which a mark, such as x, stands for a value: `{"Nam": {"field": "sex", "value": "Nam"}}`. */
  readonly marks: Readonly<Record<string, MarkColumn>>
  /** The system or office the file comes from. */
  readonly source?: string
}

export interface MarkColumn {
  readonly field: Field
  readonly value: string
}

export const noMapping: Mapping = { columns: {}, constants: {}, marks: {} }

/**
 * Checks a mapping as it comes out of JSON; every part may be missing.
 * @throws Fault `record.mapping` when it says something else than a mapping can
 */
export function readMapping(value: unknown): Mapping {
  const parts = objectOf(value)
  const known = ['columns', 'constants', 'marks', 'source']
  if (Object.keys(parts).some((key) => !known.includes(key))) throw new Fault('record.mapping', 'an unknown part')
  const source = parts.source === undefined ? {} : { source: textOf(parts.source) }
  return {
    columns: mapped(parts.columns, (field) => (field === null ? null : fieldOf(field))),
    constants: constantsOf(parts.constants),
    marks: mapped(parts.marks, markOf),
    ...source,
  }
}

function mapped<T>(value: unknown, read: (member: unknown) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(objectOf(value ?? {})).map(([key, member]) => [key, read(member)]))
}

function constantsOf(value: unknown): Partial<Record<Field, string>> {
  return Object.fromEntries(Object.entries(objectOf(value ?? {})).map(([key, text]) => [fieldOf(key), textOf(text)]))
}

function markOf(value: unknown): MarkColumn {
  const { field, value: marked } = objectOf(value)
  return { field: fieldOf(field), value: textOf(marked) }
}

function objectOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Fault('record.mapping', 'an object was expected')
  }
  return value as Record<string, unknown>
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new Fault('record.mapping', 'a text was expected')
  return value
}

function fieldOf(value: unknown): Field {
  const field = fields.find((name) => name === value)
  if (field === undefined) throw new Fault('record.mapping', 'a field was expected')
  return field
}
