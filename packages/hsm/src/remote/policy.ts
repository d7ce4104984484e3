import { algorithmByName, readToBeSigned, writeCbor } from '@vaxcert/core/cose'
import { type Claims, type Dcc, hasValidCheckCharacter, monthsLater, type Usage, usageOf } from '@vaxcert/core/dcc'
import { readWrittenPayload } from '@vaxcert/core/dcc/written'
import { Fault } from '@vaxcert/core/fault'
import type { KeyIdentity } from '../hsm-signer.ts'

/** The certificate of a key, and what it says the key is for. A `DocumentSigner` of `@vaxcert/core/trust` is one. */
export interface KeyCertificate extends KeyIdentity {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly usages: readonly Usage[]
  /** Validity in whole seconds since 1970, both ends included. */
  readonly notBefore: number
  readonly notAfter: number
}

/** What a certificate may say about its times, seen from the signing server. In seconds, but for the months. */
export interface SigningPolicy {
  /** How far `iat` may lie before the server's clock: what was fixed before a crash is signed after it. */
  readonly behind: number
  /** How far `iat` may lie after the server's clock. */
  readonly ahead: number
  /** How long a certificate may hold. */
  readonly months: number
}

export const usualPolicy: SigningPolicy = { behind: 86_400, ahead: 60, months: 12 }

/** Judges what somebody asks to be signed. `usages` is what this client may ask for, `now` in seconds since 1970. */
export type SigningRule = (toBeSigned: Uint8Array, usages: readonly Usage[], now: number) => void

/**
 * The rule of one key. It signs what `prepare` of `@vaxcert/core/issue` lays out for it, byte for byte, and nothing else:
 * no hash, no other header, no other claim. Who can talk to the server can get certificates that the ministry's
 * rules allow, and no signature over anything else. It throws
 * Fault `cose.shape`, `signer.unknown`, `claims.shape`, `dcc.schema`, `dcc.value-set`, `signer.usage`, `signer.country`,
 * `signer.expired`, `policy.time`, `policy.lifetime`, `policy.identifier`, `policy.event`
 */
export function signingRule(certificate: KeyCertificate, policy: SigningPolicy = usualPolicy): SigningRule {
  const header = protectedHeader(certificate)
  return (toBeSigned, usages, now) => {
    const { protectedBytes, payload } = readToBeSigned(toBeSigned)
    if (Buffer.compare(protectedBytes, header) !== 0) throw new Fault('signer.unknown', 'not the header of this key')
    const claims = readWrittenPayload(payload)
    const usage = usageOf(claims.dcc)
    if (!certificate.usages.includes(usage) || !usages.includes(usage)) throw new Fault('signer.usage', 'not allowed')
    if (claims.iss !== certificate.country) throw new Fault('signer.country', 'not the country of the key')
    checkTimes(claims, certificate, policy, now)
    checkIdentifier(claims.dcc, certificate.country)
    checkEvent(claims.dcc, now)
  }
}

/** {1: alg, 4: kid} (hcert §3.3.1). */
function protectedHeader({ algorithm, kid }: KeyCertificate): Uint8Array {
  const { id } = algorithmByName(algorithm)
  const header: readonly (readonly [number, number | Uint8Array])[] = [
    [1, id],
    [4, kid],
  ]
  return writeCbor(new Map(header)).slice()
}

/** Both times are there: the payload was read strictly. */
function checkTimes(
  { iat = Number.NaN, exp = Number.NaN, nbf }: Claims,
  { notBefore, notAfter }: KeyCertificate,
  { behind, ahead, months }: SigningPolicy,
  now: number,
): void {
  if (nbf !== undefined) throw new Fault('policy.time', 'a time that certificates do not have')
  if (!(now >= notBefore && now <= notAfter)) throw new Fault('signer.expired', 'not valid now')
  if (!(iat >= now - behind && iat <= now + ahead)) throw new Fault('policy.time', 'not issued now')
  if (!(iat >= notBefore && exp <= notAfter)) throw new Fault('signer.expired', 'times outside the document signer')
  const latest = monthsLater(new Date(iat * 1000), months).getTime() / 1000
  if (!(exp > iat && exp <= latest)) throw new Fault('policy.lifetime', 'expires before it is issued, or too late')
}

function checkIdentifier(dcc: Dcc, country: string): void {
  const ci = eventOf(dcc)?.ci ?? ''
  if (!ci.startsWith(`URN:UVCI:01:${country}:`) || hasValidCheckCharacter(ci) !== true) {
    throw new Fault('policy.identifier', 'not an identifier of this country')
  }
}

/** A day begins fourteen hours before its UTC midnight, in the earliest time zone. */
const EARLIEST_ZONE = 14 * 3600

/** @throws Fault `policy.event` when what is certified lies in the future, or before the birth, of which less than a day may be known */
function checkEvent({ dob, v, t, r }: Dcc, now: number): void {
  const moment = v?.[0]?.dt ?? t?.[0]?.sc ?? r?.[0]?.fr ?? ''
  if (moment.slice(0, dob.length) < dob) throw new Fault('policy.event', 'lies before the birth')
  if (!(Date.parse(moment) / 1000 <= now + EARLIEST_ZONE)) throw new Fault('policy.event', 'lies in the future')
}

function eventOf({ v, t, r }: Dcc): { readonly ci: string } | undefined {
  return v?.[0] ?? t?.[0] ?? r?.[0]
}
