import type { CborMap, CborValue } from '../cose/cbor-value.ts'
import { Fault } from '../fault.ts'
import { toRecord } from './records.ts'
import { checkSchema } from './schema.ts'
import { DCC_SHAPE } from './schema-fields.ts'
import { readDocuments } from './sub-claims/read-document.ts'
import { EU_DCC_V1 } from './sub-claims/registry.ts'
import type { Claims, CommonClaims, Dcc, DocumentClaims, Profile } from './types.ts'

/** Labels of the CWT claims (RFC 8392 §4, hcert §3.3.3). */
export const CLAIM = { iss: 1, exp: 4, nbf: 5, iat: 6, hcert: -260 } as const

/** Times lie between 1970 and here, in seconds: the year 36812. */
export const END_OF_TIME: number = 2 ** 40

/**
 * Reads a payload: its claims and, within `hcert`, the EU's certificate; where it holds none, the other health
 * documents, which are shown and not judged. Beside a certificate they are not looked at, nor are other claims.
 * In `strict` iss, iat and exp must be there and times must be whole; `eu` rounds times down, as some issuers write
 * fractions, and takes the certificate as SpecialCaseHandling asks: texts trimmed, null and undefined left out.
 * @throws Fault `claims.shape`; `dcc.schema`, whose detail names the fields and rules, never a value
 */
export function readClaims(payload: CborValue, profile: Profile): Claims | DocumentClaims {
  if (!(payload instanceof Map)) throw new Fault('claims.shape', 'not a map')
  const hcert = payload.get(CLAIM.hcert)
  if (!(hcert instanceof Map)) throw new Fault('claims.shape', 'hcert')
  const dcc = hcert.get(EU_DCC_V1)
  if (dcc instanceof Map) return withCommonClaims({ dcc: readDcc(dcc, profile) }, payload, profile)
  const documents = dcc === null || dcc === undefined ? readDocuments(hcert) : []
  if (documents.length === 0) throw new Fault('claims.shape', 'hcert')
  return withCommonClaims({ documents }, payload, profile)
}

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] }

function withCommonClaims<T>(claims: T & Mutable<CommonClaims>, payload: CborMap, profile: Profile): T & CommonClaims {
  const iss = readIssuer(payload, profile)
  const iat = readTime(payload, CLAIM.iat, 'iat', profile)
  const exp = readTime(payload, CLAIM.exp, 'exp', profile)
  const nbf = readTime(payload, CLAIM.nbf, 'nbf', profile)
  if (iss !== undefined) claims.iss = iss
  if (iat !== undefined) claims.iat = iat
  if (exp !== undefined) claims.exp = exp
  if (nbf !== undefined) claims.nbf = nbf
  return claims
}

/** In `strict` the issuer is a country (hcert §3.3.4). */
const COUNTRY = /^[A-Z]{2}$/

function readIssuer(payload: CborMap, profile: Profile): string | undefined {
  const iss = payload.get(CLAIM.iss)
  if (typeof iss === 'string' && profile === 'eu') return iss.trim()
  if (typeof iss === 'string' && COUNTRY.test(iss)) return iss
  if (profile === 'strict' || payload.has(CLAIM.iss)) throw new Fault('claims.shape', 'iss')
  return undefined
}

/** A NumericDate (RFC 8392 §2). Null is no time: a claim that is there must be one. */
function readTime(payload: CborMap, label: number, name: string, profile: Profile): number | undefined {
  const time = payload.get(label)
  if (typeof time === 'number' && time >= 0 && time < END_OF_TIME) {
    // Adding zero makes 0 of -0.
    if (Number.isInteger(time)) return time + 0
    if (profile === 'eu') return Math.floor(time)
  }
  if (payload.has(label) || (profile === 'strict' && label !== CLAIM.nbf)) throw new Fault('claims.shape', name)
  return undefined
}

function readDcc(dcc: CborMap, profile: Profile): Dcc {
  const record = toRecord(dcc, DCC_SHAPE, profile)
  const issues = checkSchema(record, profile)
  if (issues.length > 0)
    throw new Fault('dcc.schema', issues.map(({ path, rule }) => `${path} ${rule}`.trim()).join(', '))
  return record as unknown as Dcc
}
