import { createHash } from 'node:crypto'
import { Fault } from '@vaxcert/core/fault'

/** Who signs with which certificate, for the doses of which facilities: kept by the ministry, never taken from a certificate. */
export interface SigningUnit {
  /** The facility itself, or the office that the province named to sign for several. */
  readonly unit: string
  /** SHA-256 of the certificate, DER, in hex. */
  readonly certificate: string
  /** Codes of the facilities for whose doses it answers. */
  readonly facilities: readonly string[]
  /** Moment from which nothing it signs counts any more, ISO: a lost token, a facility that closed. */
  readonly until?: string
}

const MOST_UNITS = 100_000

/**
 * Reads the register of signing units: `{"units": [{"unit", "certificate", "facilities", "until"?}]}`.
 * @throws Fault `confirm.register` when it is something else, or names a certificate twice
 */
export function readSigningUnits(value: unknown): readonly SigningUnit[] {
  const units = (value as { units?: unknown } | null)?.units
  if (!Array.isArray(units) || units.length > MOST_UNITS) throw unreadable()
  const read = units.map(readUnit)
  if (new Set(read.map(({ certificate }) => certificate)).size < read.length) throw unreadable()
  return read
}

function readUnit(value: unknown): SigningUnit {
  const { unit, certificate, facilities, until } = (value ?? {}) as Record<keyof SigningUnit, unknown>
  const isRight =
    isCode(unit) &&
    typeof certificate === 'string' &&
    /^[0-9a-f]{64}$/.test(certificate) &&
    Array.isArray(facilities) &&
    facilities.every(isCode)
  if (!isRight || (until !== undefined && !isMoment(until))) throw unreadable()
  return { unit, certificate, facilities, ...(until !== undefined && { until }) }
}

/** SHA-256 of a certificate in hex, as the register names it. */
export function fingerprint(certificate: Uint8Array): string {
  return createHash('sha256').update(certificate).digest('hex')
}

/** "2022-05-20T08:00:00Z", to the second. */
export function isMoment(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)) return false
  const time = Date.parse(value)
  return !Number.isNaN(time) && new Date(time).toISOString() === value.replace('Z', '.000Z')
}

function isCode(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 100
}

function unreadable(): Fault<'confirm.register'> {
  return new Fault('confirm.register', 'not a register of signing units')
}
