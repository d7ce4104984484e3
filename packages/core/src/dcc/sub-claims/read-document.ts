import { type CborMap, CborTag, type CborValue } from '../../cose/cbor-value.ts'
import { Fault } from '../../fault.ts'
import type { DocumentField, HealthDocument } from './health-document.ts'
import { EU_DCC_V1, subClaimOf } from './registry.ts'
import type { FieldLabels } from './sub-claim.ts'

/** Documents in one payload. Real ones hold one or two. */
export const MAX_DOCUMENTS = 8
/** Fields of one document. The largest known data set has about 60. */
export const MAX_FIELDS = 256
/** Nesting within a document. */
export const MAX_DEPTH = 8
/** UTF-16 units of a value, of a path, of a name within it; bytes of a byte string. What is cut ends with "…". */
export const MAX_VALUE = 512
export const MAX_PATH = 256
export const MAX_NAME = 64
export const MAX_BYTES = 32

/**
 * The documents of an HCERT claim beside the EU's certificate, in their order. Keys that are text are no labels, and
 * null is no document.
 * @throws Fault `claims.shape` when there are more than eight
 */
export function readDocuments(hcert: CborMap): readonly HealthDocument[] {
  const documents: HealthDocument[] = []
  for (const [label, value] of hcert) {
    if (typeof label !== 'number' || label === EU_DCC_V1 || value === null || value === undefined) continue
    if (documents.length === MAX_DOCUMENTS) throw new Fault('claims.shape', 'too many documents')
    documents.push(readDocument(label, value))
  }
  return documents
}

/** Reads a document field by field, whatever it holds: of bounded size, and never an error. Null says nothing. */
export function readDocument(label: number, value: CborValue): HealthDocument {
  const { name = 'unknown', fields: labels } = subClaimOf(label) ?? {}
  const draft: Draft = { fields: [], complete: true }
  addFields(draft, { value, path: '', depth: 0, labels })
  return { subClaim: label, name, ...draft }
}

interface Draft {
  readonly fields: DocumentField[]
  complete: boolean
}

/** A value, where it stands, and what the registry knows about it. */
interface Place {
  readonly value: CborValue
  readonly path: string
  readonly depth: number
  readonly labels: FieldLabels | string | undefined
}

function addFields(draft: Draft, place: Place): void {
  const { value, depth } = place
  if (value === null || value === undefined) return
  if (draft.fields.length === MAX_FIELDS || depth > MAX_DEPTH) draft.complete = false
  else if (value instanceof CborTag) addFields(draft, { ...place, value: value.value, depth: depth + 1 })
  else if (value instanceof Map) addMembers(draft, value, place)
  else if (Array.isArray(value)) addItems(draft, value as readonly CborValue[], place)
  else addField(draft, value as Leaf, place)
}

function addMembers(draft: Draft, map: CborMap, { path, depth, labels }: Place): void {
  for (const [name, value] of map) {
    const known = typeof labels === 'object' ? labelsOf(labels, name) : labels
    addFields(draft, { value, path: joined(path, nameOf(draft, name)), depth: depth + 1, labels: known })
  }
}

function addItems(draft: Draft, items: readonly CborValue[], { path, depth, labels }: Place): void {
  for (const [index, value] of items.entries())
    addFields(draft, { value, path: joined(path, String(index)), depth: depth + 1, labels })
}

function addField(draft: Draft, leaf: Leaf, place: Place): void {
  const path = shown(draft, place.path, MAX_PATH)
  const value = shown(draft, textOf(draft, leaf), MAX_VALUE)
  draft.fields.push(typeof place.labels === 'string' ? { path, label: place.labels, value } : { path, value })
}

function labelsOf(labels: FieldLabels, name: number | string): FieldLabels | string | undefined {
  return typeof name === 'string' && Object.hasOwn(labels, name) ? labels[name] : undefined
}

type Leaf = boolean | number | string | Uint8Array

/** Bytes as RFC 8949 §8 writes them, h'00ff'. */
function textOf(draft: Draft, value: Leaf): string {
  if (!(value instanceof Uint8Array)) return String(value)
  const digits = Array.from(value.subarray(0, MAX_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('')
  if (value.length <= MAX_BYTES) return `h'${digits}'`
  draft.complete = false
  return `h'${digits}…'`
}

/** Names that could be taken for an index, or for more than one name, stand in quotes. */
const PLAIN_NAME = /^[A-Za-z_][\w-]*$/

function nameOf(draft: Draft, name: number | string): string {
  if (typeof name === 'number') return String(name)
  const text = shown(draft, name, MAX_NAME)
  return PLAIN_NAME.test(text) ? text : JSON.stringify(text)
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}

/** The text, or its beginning: never half of a character beyond the basic plane. */
function shown(draft: Draft, text: string, longest: number): string {
  if (text.length <= longest) return text
  draft.complete = false
  return `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
