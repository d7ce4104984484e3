import { type Field, type FieldValues, fields } from '../../record.ts'
import { meaningOf } from '../layout.ts'
import type { Mapping } from '../mapping.ts'
import { emptyValues } from '../row-values.ts'
import type { ReadItem, ReadItemResult } from './ndjson-rows.ts'

/** Keys that are met; an attacker who makes up millions gets each looked up again. */
const MOST_KEYS = 1000

/**
 * Reads objects of texts: keys are headings. What no field takes is kept as one JSON text, the only extra column. Two
 * keys for one field that say different things make a row that cannot be read.
 */
export function flatItems(mapping: Mapping): ReadItem {
  const fieldOf = keyReader(mapping)
  const template = { ...emptyValues, ...mapping.constants }
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'json'
    return readObject(value as Record<string, unknown>, fieldOf, template)
  }
}

function readObject(
  object: Record<string, unknown>,
  fieldOf: (key: string) => Field | undefined,
  template: Readonly<Record<Field, string>>,
): ReadItemResult {
  const values = { ...template }
  const taken = new Set<Field>()
  const rest: Record<string, unknown> = Object.create(null)
  for (const [key, member] of Object.entries(object)) {
    const field = fieldOf(key)
    const text = textOf(member)
    if (field === undefined) rest[key] = member
    else if (text === undefined || (taken.has(field) && text !== '' && text !== values[field])) return 'json'
    else if (text !== '') {
      taken.add(field)
      values[field] = text
    }
  }
  return withRest(values, rest)
}

/** Arrays within arrays can be deeper than there is room to write them. */
function withRest(values: FieldValues, rest: Record<string, unknown>): ReadItemResult {
  try {
    return { values, cells: Object.keys(rest).length === 0 ? [] : [JSON.stringify(rest)] }
  } catch {
    return 'json'
  }
}

/** Null is the same as absent. A number is its digits; JSON has already rounded one beyond 2^53, which is no text. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  return typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? String(value) : undefined
}

function keyReader(mapping: Mapping): (key: string) => Field | undefined {
  const known = new Map<string, Field | undefined>(
    fields.filter((field) => !Object.hasOwn(mapping.columns, field)).map((field) => [field, field]),
  )
  return (key) => {
    if (known.has(key)) return known.get(key)
    const meaning = meaningOf(key, mapping)
    const field = meaning.kind === 'field' || meaning.kind === 'second' ? meaning.field : undefined
    if (known.size < MOST_KEYS) known.set(key, field)
    return field
  }
}
