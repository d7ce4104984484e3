/**
 * The facts of eu-dcc-schema 1.3.2 as tables; checking is `schema.ts`. What earlier releases said otherwise:
 *
 * | release | difference from 1.3.2 |
 * |---|---|
 * | 1.3.1 | `fnt` required |
 * | 1.3.0 | `fnt` and `tc` required |
 * | 1.2.1 and before | several entries and several groups allowed; texts up to 50; `dn`, `sd` up to 9; no empty `dob` |
 * | 1.0.x | also: no pattern for `ver`, `fnt`, `gnt`, `co`; `dob` a full date; a field `dr` in tests |
 */

/** What a field holds. `dose` is a whole number; `record` one map; `events` a list of maps. */
export type FieldKind = 'text' | 'dose' | 'record' | 'events'

export interface Field {
  readonly name: string
  readonly kind: FieldKind
  readonly required: boolean
  /** In code points, as JSON Schema counts. */
  readonly maxLength: number
  readonly pattern: RegExp | undefined
  readonly format: 'date' | 'date-time' | undefined
  /** What a record or each entry of a list is made of. */
  readonly shape: Shape | undefined
}

/** The fields of one map, in the schema's order. */
export interface Shape {
  readonly fields: readonly Field[]
  readonly names: ReadonlySet<string>
}

/** No text of a certificate is longer, whatever the profile; the schema leaves most fields open. In UTF-16 units. */
export const LONGEST_TEXT = 512

const LABEL = { maxLength: 80 }
const OPTIONAL_LABEL = { maxLength: 80, required: false }
const ICAO_NAME = { maxLength: 80, required: false, pattern: /^[A-Z<]*$/ }
/** The schema's own dots match any character; they are meant, and read here, as dots. */
const VERSION = { pattern: /^\d+\.\d+\.\d+$/ }
/** A year, a month or a day between 1900 and 2099, or nothing. */
const BIRTH_DATE = { pattern: /^(?:(?:19|20)\d\d(?:-\d\d){0,2})?$/ }
/** Not anchored in the schema either: the value set decides which countries there are. */
const COUNTRY = { pattern: /[A-Z]/ }
const DATE = { format: 'date' } as const
const DATE_TIME = { format: 'date-time' } as const

function field(name: string, kind: FieldKind, rules: Partial<Field> = {}): Field {
  return {
    name,
    kind,
    required: rules.required ?? true,
    maxLength: rules.maxLength ?? LONGEST_TEXT,
    pattern: rules.pattern,
    format: rules.format,
    shape: rules.shape,
  }
}

function text(name: string, rules?: Partial<Field>): Field {
  return field(name, 'text', rules)
}

function events(name: string, shape: Shape): Field {
  return field(name, 'events', { shape, required: false })
}

function shapeOf(...fields: readonly Field[]): Shape {
  return { fields, names: new Set(fields.map(({ name }) => name)) }
}

/** Which of these is required is for `schema.ts` to say: at least one. */
const NAME: Shape = shapeOf(
  text('fn', OPTIONAL_LABEL),
  text('fnt', ICAO_NAME),
  text('gn', OPTIONAL_LABEL),
  text('gnt', ICAO_NAME),
)

const ISSUED: readonly Field[] = [text('co', COUNTRY), text('is', LABEL)]
const IDENTIFIER: Field = text('ci', LABEL)

const VACCINATION: Shape = shapeOf(
  text('tg'),
  text('vp'),
  text('mp'),
  text('ma'),
  field('dn', 'dose'),
  field('sd', 'dose'),
  text('dt', DATE),
  ...ISSUED,
  IDENTIFIER,
)

const TEST: Shape = shapeOf(
  text('tg'),
  text('tt'),
  text('nm', OPTIONAL_LABEL),
  text('ma', { required: false }),
  text('sc', DATE_TIME),
  text('tr'),
  text('tc', OPTIONAL_LABEL),
  ...ISSUED,
  IDENTIFIER,
)

const RECOVERY: Shape = shapeOf(text('tg'), text('fr', DATE), ...ISSUED, text('df', DATE), text('du', DATE), IDENTIFIER)

/** A whole certificate: its three groups of events are the fields of kind `events`. */
export const DCC_SHAPE: Shape = shapeOf(
  text('ver', VERSION),
  field('nam', 'record', { shape: NAME }),
  text('dob', BIRTH_DATE),
  events('v', VACCINATION),
  events('t', TEST),
  events('r', RECOVERY),
)
