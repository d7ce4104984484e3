import type { CborMap, CborValue } from '../cose/cbor-value.ts'
import { Fault } from '../fault.ts'
import { toRecord } from './records.ts'
import { checkSchema } from './schema.ts'
import { DCC_SHAPE } from './schema-fields.ts'
import type { Claims, Dcc, Profile } from './types.ts'

/** Labels of the CWT claims (RFC 8392 §4, hcert §3.3.3) and of the certificate within `hcert` (§3.3.7). */
export const CLAIM = { iss: 1, exp: 4, nbf: 5, iat: 6, hcert: -260 } as const
export const EU_DCC_V1 = 1

/** Times lie between 1970 and here, in seconds: the year 36812. */
export const END_OF_TIME: number = 2 ** 40

/**
 * Reads the payload of a certificate: its claims and, within `hcert`, the certificate itself.
 * Other claims are not looked at. In `strict` iss, iat and exp must be there and times must be whole;
 * `eu` rounds times down, as some issuers write fractions, and takes the certificate as
 * SpecialCaseHandling asks: texts trimmed, null and undefined left out.
 * @throws Fault `claims.shape`; `dcc.schema`, whose detail names the fields and rules, never a value
 */
export function readClaims(payload: CborValue, profile: Profile): Claims {
  if (!(payload instanceof Map)) throw new Fault('claims.shape', 'not a map')
  const claims: { -readonly [Name in keyof Claims]: Claims[Name] } = { dcc: readDcc(payload.get(CLAIM.hcert), profile) }
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

function readDcc(hcert: CborValue, profile: Profile): Dcc {
  const dcc = hcert instanceof Map ? hcert.get(EU_DCC_V1) : undefined
  if (!(dcc instanceof Map)) throw new Fault('claims.shape', 'hcert')
  const record = toRecord(dcc, DCC_SHAPE, profile)
  const issues = checkSchema(record, profile)
  if (issues.length > 0)
    throw new Fault('dcc.schema', issues.map(({ path, rule }) => `${path} ${rule}`.trim()).join(', '))
  return record as unknown as Dcc
}
