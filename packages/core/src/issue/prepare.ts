import { algorithmByName } from '../cose/algorithms.ts'
import { writeCbor } from '../cose/cbor-writer.ts'
import { sameBytes } from '../cose/same-bytes.ts'
import { toBeSigned } from '../cose/sign1.ts'
import { monthsLater } from '../dcc/dates.ts'
import { END_OF_TIME } from '../dcc/payload.ts'
import { writePayload } from '../dcc/payload-writer.ts'
import { checkSchema } from '../dcc/schema.ts'
import type { Claims, Dcc } from '../dcc/types.ts'
import { usageOf } from '../dcc/usage.ts'
import { checkVaccineTriple, checkValueSets } from '../dcc/value-sets/index.ts'
import { Fault } from '../fault.ts'
import type { Authority } from './authority.ts'

/** When a certificate is issued and until when it holds. */
export interface Validity {
  /** Claim `iat`. */
  readonly issuedAt: Date
  /** Claim `exp`. Default: twelve months after `issuedAt`, or the end of the document signer if that is sooner. */
  readonly expiresAt?: Date
}

/** Everything about a certificate but its signature: what a ledger fixes before anybody signs. */
export interface PreparedDcc {
  readonly claims: Claims
  readonly protectedBytes: Uint8Array
  readonly payload: Uint8Array
  /** What goes to the signer. */
  readonly toBeSigned: Uint8Array
}

/** How long a certificate holds where its document signer does not end before: Decision 5772/QĐ-BYT. */
export const LIFETIME_MONTHS = 12

/**
 * Checks a payload as strictly as we can and lays out the bytes to be signed (hcert §3.3).
 * @throws Fault `dcc.schema`, `dcc.value-set`, `signer.usage`, `signer.expired`, `signer.country`
 */
export function prepare(dcc: Dcc, authority: Authority, validity: Validity): PreparedDcc {
  checkPayload(dcc)
  checkAuthority(dcc, authority)
  const { iat, exp } = readTimes(authority, validity)
  const claims = { iss: authority.country, iat, exp, dcc }
  const payload = writePayload(claims)
  const protectedBytes = protectedHeader(authority)
  const signed = toBeSigned(protectedBytes, payload)
  return { claims, protectedBytes, payload: signed.subarray(-payload.length), toBeSigned: signed }
}

/** What we write is held to the newest schema and the value sets; only reading is tolerant. */
function checkPayload(dcc: Dcc): void {
  const schemaIssue = checkSchema(dcc, 'strict')[0]
  if (schemaIssue !== undefined) throw new Fault('dcc.schema', `${schemaIssue.path} ${schemaIssue.rule}`)
  const valueIssue = checkValueSets(dcc)[0] ?? checkVaccineTriple(dcc)[0]
  if (valueIssue !== undefined) throw new Fault('dcc.value-set', valueIssue.path)
}

function checkAuthority(dcc: Dcc, { signer, documentSigner, country }: Authority): void {
  if (!documentSigner.usages.includes(usageOf(dcc))) throw new Fault('signer.usage', 'key may not sign this event')
  if (documentSigner.country !== country) throw new Fault('signer.country', 'not the country of the key')
  if (!sameBytes(signer.kid, documentSigner.kid)) throw new TypeError('signer and documentSigner have different kids')
  if (signer.algorithm !== documentSigner.algorithm)
    throw new TypeError('signer and documentSigner differ in algorithm')
}

/** `iat` lies within the document signer's validity, `exp` never beyond it (hcert §3.3.5). */
function readTimes({ documentSigner }: Authority, { issuedAt, expiresAt }: Validity): { iat: number; exp: number } {
  const { notBefore, notAfter } = documentSigner
  const iat = toSeconds(issuedAt)
  if (!(iat >= notBefore && iat <= notAfter)) throw new Fault('signer.expired', 'not valid at the time of issue')
  const exp = expiresAt ? toSeconds(expiresAt) : Math.min(endOfLifetime(issuedAt), notAfter)
  if (!(exp <= notAfter)) throw new Fault('signer.expired', 'expires beyond the document signer')
  if (exp <= iat) throw new TypeError('expiresAt: not after issuedAt')
  return { iat, exp }
}

function toSeconds(date: Date): number {
  const seconds = Math.floor(date.getTime() / 1000)
  if (!(seconds >= 0 && seconds < END_OF_TIME)) throw new TypeError('not a date from 1970 on')
  return seconds
}

/** Certificates are issued by the thousand at one moment: its answer is kept. */
let known = { issuedAt: Number.NaN, end: Number.NaN }

function endOfLifetime(issuedAt: Date): number {
  const time = issuedAt.getTime()
  if (known.issuedAt !== time) known = { issuedAt: time, end: toSeconds(monthsLater(issuedAt, LIFETIME_MONTHS)) }
  return known.end
}

const headers = new WeakMap<object, Uint8Array>()

/** Protected header {1: alg, 4: kid} (hcert §3.3.1), the same for every certificate of one signer. */
function protectedHeader({ signer }: Authority): Uint8Array {
  const known = headers.get(signer)
  if (known !== undefined) return known
  const bytes = writeCbor(
    new Map<number, number | Uint8Array>([
      [1, algorithmByName(signer.algorithm).id],
      [4, signer.kid],
    ]),
  ).slice()
  headers.set(signer, bytes)
  return bytes
}
