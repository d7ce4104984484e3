import { Fault } from '@vaxcert/core/fault'
import type { ConfirmCode } from './confirm-codes.ts'
import { SALT_BYTES } from './dose-digest.ts'
import type { Seal } from './seal.ts'
import { isMoment } from './signing-units.ts'

/** What a facility says of a batch of doses. */
export interface ConfirmationStatement {
  readonly format: 'vaxcert-confirmation'
  readonly version: 1
  /** The signing unit: a facility, or the office that signs for several. */
  readonly facility: string
  /** First and last day of the doses, "2021-08-01". */
  readonly period: { readonly from: string; readonly until: string }
  readonly count: number
  /** `batchDigest` of the doses. */
  readonly digest: string
  /** When it was said, "2022-05-20T08:00:00Z", and the person who answers for it. */
  readonly at: string
  readonly by: string
}

/** A facility's signed word over its doses. */
export interface Confirmation {
  /** The statement as it was signed, to the letter. */
  readonly statement: string
  readonly seal: Seal
  /** Base64. It keeps digests from being guessed; it is not signed, and no secret from who holds the doses. */
  readonly salt: string
  /** Identifier and digest of each dose, by identifier. */
  readonly doses: readonly (readonly [id: string, digest: string])[]
}

/** Doses that one signature may cover: what is signed by the thousand can still be looked at. */
export const MOST_DOSES = 20_000
const MOST_TEXT = 4 * 1024 * 1024

/**
 * Reads a confirmation from JSON. Whether it is right is for `checkConfirmation`.
 * @throws Fault `confirm.too-large`, `confirm.shape`
 */
export function readConfirmation(json: string): Confirmation {
  if (json.length > MOST_TEXT) throw new Fault('confirm.too-large')
  const { statement, seal, salt, doses } = objectOf(parse(json))
  const { algorithm, signature, certificate } = objectOf(seal)
  if (algorithm !== 'ES256' && algorithm !== 'PS256' && algorithm !== 'RS256') throw refused()
  if (![statement, signature, certificate, salt].every(isText) || !isBase64(salt as string, SALT_BYTES)) throw refused()
  if (!Array.isArray(doses) || doses.length > MOST_DOSES || !doses.every(isDose)) throw refused()
  return {
    statement: statement as string,
    seal: { algorithm, signature: signature as string, certificate: certificate as string },
    salt: salt as string,
    doses,
  }
}

/**
 * What a statement says.
 * @throws Fault `confirm.shape`
 */
export function readStatement(text: string): ConfirmationStatement {
  const { format, version, facility, period, count, digest, at, by, ...others } = objectOf(parse(text))
  const { from, until, ...more } = objectOf(period)
  const isRight =
    format === 'vaxcert-confirmation' &&
    version === 1 &&
    [facility, digest, by].every(isText) &&
    [from, until].every(isDay) &&
    isMoment(at) &&
    Number.isSafeInteger(count) &&
    Object.keys(others).length + Object.keys(more).length === 0
  if (!isRight) throw refused()
  return parse(text) as ConfirmationStatement
}

function isDose(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && isText(value[0]) && isText(value[1]) && isBase64(value[1], 32)
}

function isBase64(text: string, bytes: number): boolean {
  const read = Buffer.from(text, 'base64')
  return read.length === bytes && read.toString('base64') === text
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && isMoment(`${value}T00:00:00Z`)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 32_768
}

function objectOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refused()
  return value as Record<string, unknown>
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw refused()
  }
}

function refused(): Fault<ConfirmCode> {
  return new Fault('confirm.shape', 'not a confirmation')
}
