import { isIsoDate } from './dates.ts'
import { type Field, LONGEST_TEXT } from './schema-fields.ts'

/** What a value may break. `additional` is a field the schema does not name, `whitespace` an untrimmed text. */
export type SchemaRule =
  | 'required'
  | 'type'
  | 'pattern'
  | 'length'
  | 'range'
  | 'format'
  | 'whitespace'
  | 'additional'
  | 'one-event'

/** How much of the schema counts. */
export interface SchemaPolicy {
  /** Lengths, patterns and ranges; no null, no additional fields, no untrimmed texts. */
  readonly strict: boolean
  /** Whether dates and date-times must be what they are called. */
  readonly formats: boolean
  /** Whether a group may hold several entries, as before 1.3.0. */
  readonly severalEntries: boolean
}

/** The rule that a single value breaks, if any. */
export function brokenRule(value: unknown, field: Field, policy: SchemaPolicy): SchemaRule | undefined {
  return field.kind === 'dose' ? brokenDoseRule(value, policy) : brokenTextRule(value, field, policy)
}

function brokenDoseRule(value: unknown, { strict }: SchemaPolicy): SchemaRule | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value)) return 'type'
  return strict && !(value >= 1 && value <= Number.MAX_SAFE_INTEGER) ? 'range' : undefined
}

function brokenTextRule(value: unknown, field: Field, { strict, formats }: SchemaPolicy): SchemaRule | undefined {
  if (typeof value !== 'string') return 'type'
  if (value.length > LONGEST_TEXT) return 'length'
  if (strict) {
    if (isLongerThan(value, field.maxLength)) return 'length'
    if (field.pattern?.test(value) === false) return 'pattern'
    if (!value.isWellFormed()) return 'pattern'
    if (isSpaceAt(value, 0) || isSpaceAt(value, value.length - 1)) return 'whitespace'
  }
  return formats && !hasFormat(value, field) ? 'format' : undefined
}

function isLongerThan(text: string, codePoints: number): boolean {
  if (text.length <= codePoints) return false
  let count = 0
  for (const _ of text) count += 1
  return count > codePoints
}

/** Nearly every text begins and ends with a printable ASCII character; only the others are asked of `trim`. */
function isSpaceAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  if (unit > 0x20 && unit < 0x7f) return false
  return text.length > 0 && text.charAt(index).trim() === ''
}

function hasFormat(value: string, { format }: Field): boolean {
  return format === undefined || (format === 'date' ? isIsoDate(value) : isDateTime(value))
}

/** RFC 3339 §5.6 after its date: hours to 23, a leap second, a fraction of any length, an offset always. */
const TIME = /^[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/

function isDateTime(text: string): boolean {
  return isIsoDate(text.slice(0, 10)) && TIME.test(text.slice(10))
}
