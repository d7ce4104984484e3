import type { Usage } from '@vaxcert/core/dcc'
import { Fault } from '@vaxcert/core/fault'

/** What the holder of one client certificate may ask for. */
export interface SigningClient {
  /** SHA-256 of the client certificate, DER, in lower-case hex. */
  readonly fingerprint: string
  /** Key identifiers in lower-case hex. */
  readonly kids: readonly string[]
  readonly usages: readonly Usage[]
  /** How many signatures it may ask for in a minute, granted or not. */
  readonly perMinute: number
}

const MOST_CLIENTS = 1000
const MOST_PER_MINUTE = 10_000_000
const usageNames: readonly string[] = ['vaccination', 'test', 'recovery'] satisfies readonly Usage[]

/**
 * Reads who may ask: `{"clients": [{"certificate", "kids", "usages", "perMinute"}]}`, certificates as SHA-256 and kids in
 * lower-case hex.
 * @throws Fault `client.register` when it is something else, or names a certificate twice
 */
export function readSigningClients(value: unknown): readonly SigningClient[] {
  const clients = (value as { clients?: unknown } | null)?.clients
  if (!Array.isArray(clients) || clients.length > MOST_CLIENTS) throw unreadable()
  const read = clients.map(readClient)
  if (new Set(read.map(({ fingerprint }) => fingerprint)).size < read.length) throw unreadable()
  return read
}

function readClient(value: unknown): SigningClient {
  const { certificate, kids, usages, perMinute, ...rest } = (value ?? {}) as Readonly<Record<string, unknown>>
  const isRight =
    isHex(certificate, 32) &&
    isListOf(kids, (kid) => isHex(kid, 8)) &&
    isListOf(usages, (usage) => usageNames.includes(usage)) &&
    Object.keys(rest).length === 0
  if (!isRight || typeof perMinute !== 'number' || !(perMinute >= 1 && perMinute <= MOST_PER_MINUTE)) throw unreadable()
  return { fingerprint: certificate, kids, usages: usages as readonly Usage[], perMinute }
}

function isHex(value: unknown, bytes: number): value is string {
  return typeof value === 'string' && value.length === 2 * bytes && /^[0-9a-f]*$/.test(value)
}

function isListOf(value: unknown, isOne: (item: string) => boolean): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string' && isOne(item))
}

function unreadable(): Fault<'client.register'> {
  return new Fault('client.register', 'not a register of clients')
}

/** Takes one of what is allowed, if there is one left. `now` in milliseconds. */
export type Allowance = (now: number) => boolean

const MINUTE = 60_000

/** So many in a minute, all of them at once when none was asked for long. A clock that steps back adds nothing. */
export function allowance(perMinute: number): Allowance {
  let left = perMinute
  let filledAt: number | undefined
  return (now) => {
    const passed = Math.max(0, now - (filledAt ?? now))
    left = Math.min(perMinute, left + (passed / MINUTE) * perMinute)
    filledAt = now
    if (left < 1) return false
    left -= 1
    return true
  }
}
