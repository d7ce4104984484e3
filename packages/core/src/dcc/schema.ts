import { DCC_SHAPE, type Field, type Shape } from './schema-fields.ts'
import { brokenRule, type SchemaPolicy, type SchemaRule } from './schema-rules.ts'
import type { Profile } from './types.ts'

export type { SchemaRule } from './schema-rules.ts'

/** Where and what, never a value. `path` is made of the schema's own field names ("v.0.dn"); "" is the whole. */
export interface SchemaIssue {
  readonly path: string
  readonly rule: SchemaRule
}

export interface SchemaOptions {
  /** The release the certificate says it follows: before 1.3.0 a group might hold several entries. Default 1.3.2. */
  readonly version?: string
  /** Whether dates and date-times are checked. Default: in `strict` only. */
  readonly formats?: boolean
}

interface Check {
  readonly policy: SchemaPolicy
  readonly issues: SchemaIssue[]
}

type Bag = Readonly<Record<string, unknown>>

/** No more issues are listed than this: the first is what counts. */
const MAX_ISSUES = 16

const POLICIES: Readonly<Record<Profile, SchemaPolicy>> = {
  strict: { strict: true, formats: true, severalEntries: false },
  eu: { strict: false, formats: false, severalEntries: false },
}

/**
 * Checks a certificate against eu-dcc-schema 1.3.2; an empty list means that it fits.
 * `strict` checks everything, formats too, and refuses additional fields, nulls and untrimmed texts.
 * `eu` checks types, required fields and that there is exactly one event, takes null as absent and any
 * dose number, and looks at no pattern, no format and no length but LONGEST_TEXT (EU quality assurance,
 * SpecialCaseHandling). Never throws; takes plain JSON as well as what `readClaims` makes.
 */
export function checkSchema(dcc: unknown, profile: Profile, options?: SchemaOptions): readonly SchemaIssue[] {
  const policy = options === undefined ? POLICIES[profile] : policyOf(profile, options)
  const check: Check = { policy, issues: [] }
  if (isBag(dcc)) {
    checkRecord(dcc, DCC_SHAPE, '', check)
    checkOneGroup(dcc, check)
  } else add(check, '', 'type')
  return check.issues
}

function policyOf(profile: Profile, { version = '', formats }: SchemaOptions): SchemaPolicy {
  const { strict, formats: usual } = POLICIES[profile]
  return { strict, formats: formats ?? usual, severalEntries: /^1\.[0-2]\./.test(version) }
}

function add({ issues }: Check, path: string, rule: SchemaRule): void {
  if (issues.length < MAX_ISSUES) issues.push({ path, rule })
}

function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null
}

function checkRecord(record: Bag, shape: Shape, at: string, check: Check): void {
  let known = 0
  for (const field of shape.fields) {
    const value = record[field.name]
    if (value !== undefined) known += 1
    if (isPresent(value) || (value === null && check.policy.strict)) checkField(value, field, at, check)
    else if (field.required) add(check, at + field.name, 'required')
  }
  if (check.policy.strict && Object.keys(record).length > known) checkNames(record, shape, at, check)
}

function checkField(value: unknown, field: Field, at: string, check: Check): void {
  if (field.shape !== undefined) checkNested(value, field, field.shape, at + field.name, check)
  else {
    const rule = brokenRule(value, field, check.policy)
    if (rule !== undefined) add(check, at + field.name, rule)
  }
}

function checkNested(value: unknown, field: Field, shape: Shape, path: string, check: Check): void {
  if (field.kind === 'events') checkEvents(value, shape, path, check)
  else if (isBag(value)) {
    checkRecord(value, shape, `${path}.`, check)
    checkName(value, path, check)
  } else add(check, path, 'type')
}

/** Since 1.3.2 one of the two ICAO names is enough; a tolerant reader takes any name at all. */
function checkName({ fn, fnt, gn, gnt }: Bag, path: string, check: Check): void {
  const named = isPresent(fnt) || isPresent(gnt) || (!check.policy.strict && (isPresent(fn) || isPresent(gn)))
  if (!named) add(check, `${path}.fnt`, 'required')
}

function checkEvents(value: unknown, shape: Shape, path: string, check: Check): void {
  if (!Array.isArray(value)) add(check, path, 'type')
  else if (value.length === 0 || (value.length > 1 && !check.policy.severalEntries)) add(check, path, 'one-event')
  else for (let index = 0; index < value.length; index += 1) checkEvent(value[index], shape, `${path}.${index}`, check)
}

function checkEvent(event: unknown, shape: Shape, path: string, check: Check): void {
  if (isBag(event)) checkRecord(event, shape, `${path}.`, check)
  else add(check, path, 'type')
}

/** A certificate speaks of a vaccination, a test or a recovery, never of two of them. */
function checkOneGroup({ v, t, r }: Bag, check: Check): void {
  if (Number(isPresent(v)) + Number(isPresent(t)) + Number(isPresent(r)) !== 1) add(check, '', 'one-event')
}

/** The name of such a field is not told: it is the issuer's own word. */
function checkNames(record: Bag, { names }: Shape, at: string, check: Check): void {
  if (Object.keys(record).some((name) => !names.has(name))) add(check, at.slice(0, -1), 'additional')
}
