import { hash, timingSafeEqual } from 'node:crypto'
import { Fault } from '@vaxcert/core/fault'
import type { RequestCode } from './request-codes.ts'

/** What a caller may do. */
export type Scope = 'issue' | 'status' | 'revoke' | 'batches' | 'metrics'

const scopes: readonly string[] = ['issue', 'status', 'revoke', 'batches', 'metrics'] satisfies readonly Scope[]

/** Who may call. Its token is a secret of 32 random bytes or more, of which only the digest is kept. */
export interface Caller {
  /** Stands in the log, and in the ledger as who revoked. */
  readonly name: string
  /** SHA-256 of the bearer token, hex. */
  readonly token?: string
  /** SHA-256 of the client certificate, DER, hex. */
  readonly certificate?: string
  readonly scopes: readonly Scope[]
  /** Requests in each minute of the clock. */
  readonly perMinute: number
}

/** What a request shows of who sent it. */
export interface Shown {
  /** Header `authorization`. */
  readonly authorization: string | undefined
  /** SHA-256 of the certificate of the connection, hex: one that the server's CA has signed. */
  readonly certificate: string | undefined
}

/** @throws Fault `caller.unknown`, `caller.rate`, `caller.scope` */
export type Admission = (shown: Shown, scope: Scope, now: number) => Caller

const MOST_CALLERS = 1000

/**
 * Reads who may call: `{"callers": [{"name", "token" or "certificate", "scopes", "perMinute"}]}`.
 * @throws Fault `caller.register` when it is something else, or names a token or certificate twice
 */
export function readCallers(value: unknown): readonly Caller[] {
  const callers = (value as { callers?: unknown } | null)?.callers
  if (!Array.isArray(callers) || callers.length > MOST_CALLERS) throw unreadable()
  const read = callers.map(readCaller)
  const marks = read.flatMap(({ token, certificate }) => [token, certificate]).filter((mark) => mark !== undefined)
  if (new Set(marks).size < marks.length) throw unreadable()
  return read
}

function readCaller(value: unknown): Caller {
  const { name, token, certificate, scopes: may, perMinute, ...rest } = (value ?? {}) as Record<string, unknown>
  const isNamed = typeof name === 'string' && /^[\w .-]{1,80}$/.test(name)
  const isMarked = (token === undefined) !== (certificate === undefined) && isDigest(token ?? certificate)
  const mayDo = Array.isArray(may) && may.length > 0 && may.every((scope) => scopes.includes(scope))
  const isBounded = typeof perMinute === 'number' && perMinute >= 1 && perMinute <= 10_000_000
  if (!isNamed || !isMarked || !mayDo || !isBounded || Object.keys(rest).length > 0) throw unreadable()
  return value as Caller
}

function isDigest(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
}

/** Lets callers in by what they show. Every token is compared in constant time, and all of them, whichever fits. */
export function admission(callers: readonly Caller[]): Admission {
  const tokens = callers.flatMap((caller) =>
    caller.token === undefined ? [] : [{ caller, digest: bytes(caller.token) }],
  )
  const certificates = new Map(callers.map((caller) => [caller.certificate, caller]))
  const counts = new Map<Caller, { minute: number; requests: number }>()

  function callerOf({ authorization, certificate }: Shown): Caller {
    const byCertificate = certificate === undefined ? undefined : certificates.get(certificate)
    const caller = authorization === undefined ? byCertificate : callerByToken(tokens, authorization)
    if (caller === undefined) throw refused('caller.unknown')
    return caller
  }

  function isWithinRate(caller: Caller, now: number): boolean {
    const minute = Math.floor(now / 60_000)
    const before = counts.get(caller)
    const requests = before?.minute === minute ? before.requests + 1 : 1
    counts.set(caller, { minute, requests })
    return requests <= caller.perMinute
  }

  return (shown, scope, now) => {
    const caller = callerOf(shown)
    if (!isWithinRate(caller, now)) throw refused('caller.rate')
    if (!caller.scopes.includes(scope)) throw refused('caller.scope')
    return caller
  }
}

interface TokenOf {
  readonly caller: Caller
  readonly digest: Uint8Array
}

function callerByToken(tokens: readonly TokenOf[], authorization: string): Caller | undefined {
  const [, token = ''] = /^Bearer ([\w.~+/=-]{16,512})$/.exec(authorization) ?? []
  const digest = bytes(hash('sha256', token, 'hex'))
  const fitting = tokens.filter((one) => timingSafeEqual(one.digest, digest))
  return token === '' ? undefined : fitting[0]?.caller
}

function bytes(hex: string): Uint8Array {
  return Buffer.from(hex, 'hex')
}

function refused(code: RequestCode): Fault<RequestCode> {
  return new Fault(code)
}

function unreadable(): Fault<'caller.register'> {
  return new Fault('caller.register', 'not a register of callers')
}
