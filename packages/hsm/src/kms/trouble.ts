import { Fault } from '@vaxcert/core/fault'

/** Why a key service gave no answer, in the words of no service. */
export type Trouble =
  | 'throttled'
  | 'failing'
  | 'unreachable'
  | 'late'
  | 'denied'
  | 'disabled'
  | 'missing'
  | 'misused'
  | 'spoilt'

const faults: Readonly<Record<Trouble, readonly ['signer.busy' | 'signer.refused', string]>> = {
  throttled: ['signer.busy', 'key service takes no more requests for now'],
  failing: ['signer.busy', 'key service failed'],
  unreachable: ['signer.busy', 'key service was not reached'],
  late: ['signer.busy', 'key service did not answer in time'],
  spoilt: ['signer.busy', 'key service answered with something that is no signature of the key'],
  denied: ['signer.refused', 'key service denies access'],
  disabled: ['signer.refused', 'key is not enabled'],
  missing: ['signer.refused', 'key service does not have the key'],
  misused: ['signer.refused', 'key service refused the request'],
}

/** The Fault for a trouble. Without a cause: errors of the libraries carry requests, and those carry credentials. */
export function troubleFault(trouble: Trouble): Fault<'signer.busy' | 'signer.refused'> {
  const [code, words] = faults[trouble]
  return new Fault(code, words)
}

/** What an HTTP status other than success means (RFC 9110 §15; 429: RFC 6585 §4). */
export function troubleOfStatus(status: number): Trouble {
  if (status === 429) return 'throttled'
  if (status === 408 || status >= 500) return 'failing'
  if (status === 401 || status === 403) return 'denied'
  return status === 404 ? 'missing' : 'misused'
}

/** Codes of Node for connections that came to nothing. Those of TLS are not among them: they mean a stranger. */
const NETWORK_CODES: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ERR_STREAM_PREMATURE_CLOSE',
  'UND_ERR_SOCKET',
])

/** How deep libraries wrap the error of a connection, at most. */
const DEPTH = 4

/** Whether an error, or one that it was made of, is that of a connection, or of an answer that ends or breaks off. */
export function isBrokenConnection(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < DEPTH; at = at.cause, depth += 1) {
    if (at instanceof SyntaxError || NETWORK_CODES.has(memberOf(at, 'code'))) return true
  }
  return false
}

/** A member of something unknown; undefined where it has none. */
export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
