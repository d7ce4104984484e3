import type { Usage } from '@vaxcert/core/dcc'

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
