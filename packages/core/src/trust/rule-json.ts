import { demand, demandArray, demandRecord, demandText } from './list-shape.ts'
import type { Purpose, Rule, RuleCertificateType } from './rule.ts'

/** A business rule as the EU gateway gives it out (dgc-gateway validation-rule.schema.json). */
export interface RuleJson {
  readonly Identifier: string
  readonly Type: Rule['type']
  readonly Country: string
  readonly Region?: string
  readonly Version: string
  readonly SchemaVersion: string
  readonly Engine: string
  readonly EngineVersion: string
  readonly CertificateType: RuleCertificateType
  readonly Description: readonly { readonly lang: string; readonly desc: string }[]
  /** "2021-07-01T00:00:00Z", or with an offset: "2021-07-01T00:00:00+02:00". */
  readonly ValidFrom: string
  readonly ValidTo: string
  readonly AffectedFields: readonly string[]
  readonly Logic: unknown
}

const members = [
  'Identifier',
  'Type',
  'Country',
  'Version',
  'SchemaVersion',
  'Engine',
  'EngineVersion',
  'CertificateType',
  'Description',
  'ValidFrom',
  'ValidTo',
  'AffectedFields',
  'Logic',
] as const

const regionalMembers = [...members, 'Region'] as const

const IDENTIFIER = /^(GR|VR|TR|RR|IR)-[A-Z]{2}-\d{4}$/
const SEMVER = /^\d{1,9}\.\d{1,9}\.\d{1,9}(?![\d.])/
const LANGUAGE = /^[a-z]{2}(-[a-z]{2})?$/
const DESCRIPTION = /^.{20}/s
const TIME = /^(\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d)(Z|[-+]([01]\d|2[0-3]):[0-5]\d)$/

const MAX_VERSION = 64
const MAX_LANGUAGES = 64
const MAX_DESCRIPTION = 4000
const MAX_FIELDS = 256
const MAX_FIELD = 64

/**
 * Reads what JSON.parse made of a rule. As strict as the gateway's schema: every member but Region must be there and
 * no other; a description may hold more than it must. Of two descriptions in one language the first counts. Logic is not looked into.
 * @throws Fault `list.shape`
 */
export function readRule(json: unknown, purposes: readonly Purpose[]): Rule {
  const fields = demandRule(json)
  const [validFrom, validTo] = [readTime(fields.ValidFrom), readTime(fields.ValidTo)]
  demand(validFrom <= validTo, 'validity ends before it begins')
  demandText(fields.SchemaVersion, SEMVER, MAX_VERSION)
  demand(typeof fields.Logic === 'object' && fields.Logic !== null, 'logic is not an object')
  return {
    identifier: demandText(fields.Identifier, IDENTIFIER, 10),
    type: demandOneOf(fields.Type, ['Acceptance', 'Invalidation']),
    country: demandText(fields.Country, /^[A-Z]{2}$/, 2),
    ...readRegion(fields.Region),
    version: demandText(fields.Version, SEMVER, MAX_VERSION),
    certificateType: demandOneOf(fields.CertificateType, ['General', 'Vaccination', 'Test', 'Recovery']),
    purposes,
    validFrom,
    validTo,
    descriptions: readDescriptions(fields.Description),
    affectedFields: demandArray(fields.AffectedFields, MAX_FIELDS).map((field) => demandText(field, /./, MAX_FIELD)),
    engine: demandText(fields.Engine, /^/, MAX_VERSION),
    engineVersion: demandText(fields.EngineVersion, SEMVER, MAX_VERSION),
    logic: fields.Logic,
  }
}

type RuleFields = Readonly<Record<(typeof members)[number], unknown>> & { readonly Region?: unknown }

function demandRule(json: unknown): RuleFields {
  const regional = typeof json === 'object' && json !== null && Object.hasOwn(json, 'Region')
  return regional ? demandRecord(json, regionalMembers) : demandRecord(json, members)
}

function demandOneOf<W extends string>(value: unknown, words: readonly W[]): W {
  const word = words.find((candidate) => candidate === value)
  demand(word !== undefined, 'a word that is not foreseen')
  return word
}

/** A region without a name is none. */
function readRegion(value: unknown): Pick<Rule, 'region'> {
  if (value === undefined) return {}
  const region = demandText(value, /^[A-Z0-9]{0,5}$/, 5)
  return region === '' ? {} : { region }
}

function readDescriptions(value: unknown): ReadonlyMap<string, string> {
  const descriptions = new Map<string, string>()
  for (const entry of demandArray(value, MAX_LANGUAGES)) {
    demand(typeof entry === 'object' && entry !== null, 'a description')
    const { lang, desc } = entry as Readonly<Record<string, unknown>>
    const language = demandText(lang, LANGUAGE, 5)
    const text = demandText(desc, DESCRIPTION, MAX_DESCRIPTION)
    if (!descriptions.has(language)) descriptions.set(language, text)
  }
  demand(descriptions.has('en'), 'no description in English')
  return descriptions
}

/** Whole seconds; refuses a day that the calendar does not have. */
function readTime(value: unknown): number {
  const text = demandText(value, TIME, 25)
  const local = text.slice(0, 19)
  const day = Date.parse(`${local}Z`)
  demand(Number.isFinite(day) && new Date(day).toISOString().startsWith(local), 'no such time')
  return Date.parse(text) / 1000
}
