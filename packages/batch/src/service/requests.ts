import { Fault } from '@vaxcert/core/fault'
import { type FieldValues, fields } from '@vaxcert/records'

import type { RequestCode } from './request-codes.ts'

/** One dose that shall be certified, with all that is known of the person's doses. */
export interface SingleRequest {
  /** The system that names its doses. */
  readonly source: string
  /** Which of the doses is meant. */
  readonly doseId: string
  /** Of its content: 1; a correction makes the next. */
  readonly version: number
  /** All doses of the person, this one among them, each as a cleansing leaves it. */
  readonly doses: readonly Readonly<FieldValues>[]
}

/** How a source calls a dose. */
export type NamedDose = Pick<SingleRequest, 'source' | 'doseId'>

/** A dose whose certificate shall hold no more. */
export interface RevokeRequest extends NamedDose {
  /** A fixed word, "withdrawn". */
  readonly reason: string
}

/** Longest of any text, in UTF-16 units. */
export const LONGEST = 500
export const MOST_DOSES = 50
export const MOST_VERSIONS = 1000
/** Why something is revoked, in a fixed word: nothing about a person. */
export const REASON: RegExp = /^[a-z][a-z-]{0,39}$/
const names: ReadonlySet<string> = new Set(fields)

type Bag = Readonly<Record<string, unknown>>

/** @throws Fault `request.shape` */
export function readSingleRequest(value: unknown): SingleRequest {
  const { source, doseId, version = 1, doses, ...rest } = bag(value)
  requireNone(rest)
  if (!Array.isArray(doses) || doses.length === 0 || doses.length > MOST_DOSES) throw shape('doses')
  if (!isVersion(version)) throw shape('version')
  const request = { ...readDoseName({ source, doseId }), version, doses: doses.map(readDose) }
  const ids = new Set(request.doses.map(({ dose_id }) => dose_id))
  if (ids.size < doses.length) throw shape('a dose twice')
  if (!ids.has(request.doseId)) throw shape('the dose is not among the doses')
  return request
}

/** @throws Fault `request.shape` */
export function readDoseName({ source, doseId }: Bag): NamedDose {
  return { source: name(source, 'source'), doseId: name(doseId, 'doseId') }
}

/** @throws Fault `request.shape` */
export function readRevokeRequest(value: unknown): RevokeRequest {
  const { source, doseId, reason, ...rest } = bag(value)
  requireNone(rest)
  if (typeof reason !== 'string' || !REASON.test(reason)) throw shape('reason')
  return { ...readDoseName({ source, doseId }), reason }
}

function isVersion(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MOST_VERSIONS
}

/** Fields that are left out are empty; others than those of a dose are refused. */
function readDose(value: unknown): Readonly<FieldValues> {
  const given = bag(value)
  requireNone(Object.fromEntries(Object.entries(given).filter(([field]) => !names.has(field))))
  const dose = Object.fromEntries(
    fields.map((field) => [field, text(Object.hasOwn(given, field) ? given[field] : '', 'a field of a dose')]),
  )
  name(dose.dose_id, 'dose_id')
  return dose as FieldValues
}

function bag(value: unknown): Bag {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw shape('not an object')
  return value as Bag
}

function requireNone(rest: Bag): void {
  if (Object.keys(rest).length > 0) throw shape('a field that nobody knows')
}

function name(value: unknown, what: string): string {
  const read = text(value, what)
  if (read === '') throw shape(what)
  return read
}

/** No NUL: PostgreSQL takes none in a text. */
function text(value: unknown, what: string): string {
  if (typeof value !== 'string' || value.length > LONGEST || !value.isWellFormed() || value.includes('\0'))
    throw shape(what)
  return value
}

function shape(what: string): Fault<RequestCode> {
  return new Fault('request.shape', what)
}
