import { type HashType, hashTypes } from '@vaxcert/core/trust'
import type { RevocationEntry } from '@vaxcert/core/trust/publish'
import { readKid } from '../kid.ts'
import { base64 } from '../terminal.ts'
import { writeTime } from '../times.ts'

/** Why something was revoked; fixed words, since a register must not tell of people. */
export const reasons = ['unspecified', 'issued-in-error', 'fraud', 'key-compromise', 'superseded', 'holder'] as const

/** One of them. */
export type Reason = (typeof reasons)[number]

/** One line of a register, JSON. It never holds an identifier, a name or a text: a hash tells none of them. */
export interface RegisterLine {
  /** "2022-06-01T12:00:00Z". */
  readonly at: string
  readonly act: 'add' | 'remove'
  /** `SIGNER` stands for all that was signed under the kid. */
  readonly type: HashType | 'SIGNER'
  /** 16 bytes in base64; absent for `SIGNER`. */
  readonly hash?: string
  /** 8 bytes in base64; absent where nobody knows it. */
  readonly kid?: string
  /** Last day on which the certificate can be valid: "2023-05-01". */
  readonly until?: string
  readonly reason?: Reason
}

const DAY_MILLISECONDS = 86_400_000
/** 9999-12-31, in days since 1970. */
const LAST_DAY = 2_932_896

/** What a line is about: two lines about the same have the same key. */
export function keyOfLine({ type, hash, kid }: Pick<RegisterLine, 'type' | 'hash' | 'kid'>): string {
  return `${type} ${hash ?? ''} ${kid ?? ''}`
}

/** A line about an entry. A kid of zeros is nobody's, and a last day that no date can tell is none. */
export function lineOf(entry: RevocationEntry, act: RegisterLine['act'], at: Date, reason?: Reason): RegisterLine {
  const { type } = entry
  const kid = entry.kid && base64(entry.kid)
  const head = { at: writeTime(Math.floor(at.getTime() / 1000)), act, type }
  const tail = { ...(kid && readKid(kid) && { kid }), ...(reason && { reason }) }
  if (entry.type === 'SIGNER') return { ...head, ...tail }
  const until = dayText(entry.lastDay)
  return { ...head, hash: base64(entry.hash), ...(until && { until }), ...tail }
}

/** What a line says is revoked. */
export function entryOf({ type, hash = '', kid, until }: RegisterLine): RevocationEntry {
  const signer = kid === undefined ? {} : { kid: Buffer.from(kid, 'base64') }
  if (type === 'SIGNER') return { type, kid: Buffer.from(kid ?? '', 'base64') }
  const last = until === undefined ? {} : { lastDay: Date.parse(until) / DAY_MILLISECONDS }
  return { type, hash: Buffer.from(hash, 'base64'), ...signer, ...last }
}

/** Reads a line of a register; undefined when it is none. */
export function readRegisterLine(text: string): RegisterLine | undefined {
  const value = parse(text)
  if (typeof value !== 'object' || value === null) return undefined
  const line = value as Readonly<Record<string, unknown>>
  return Object.keys(line).every((name) => Object.hasOwn(forms, name)) &&
    Object.entries(forms).every(([name, fits]) => fits(line[name])) &&
    hasWhatItsTypeNeeds(line)
    ? (value as RegisterLine)
    : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const text = (form: RegExp) => (value: unknown) => typeof value === 'string' && form.test(value)
const maybe = (fits: (value: unknown) => boolean) => (value: unknown) => value === undefined || fits(value)

const forms: Readonly<Record<keyof RegisterLine, (value: unknown) => boolean>> = {
  at: text(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  act: (value) => value === 'add' || value === 'remove',
  type: (value) => value === 'SIGNER' || hashTypes.some((type) => type === value),
  hash: maybe(text(/^[A-Za-z0-9+/]{21}[AQgw]==$/)),
  kid: maybe((value) => typeof value === 'string' && readKid(value) !== undefined),
  until: maybe((value) => text(/^\d{4}-\d\d-\d\d$/)(value) && !Number.isNaN(Date.parse(value as string))),
  reason: maybe((value) => reasons.some((reason) => reason === value)),
}

function hasWhatItsTypeNeeds({ type, hash, kid }: Readonly<Record<string, unknown>>): boolean {
  return type === 'SIGNER' ? hash === undefined && kid !== undefined : hash !== undefined
}

function dayText(day: number | undefined): string | undefined {
  return day !== undefined && day >= 0 && day <= LAST_DAY
    ? new Date(day * DAY_MILLISECONDS).toISOString().slice(0, 10)
    : undefined
}
