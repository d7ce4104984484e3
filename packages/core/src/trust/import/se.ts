import { sha256 } from '#sha256'
import { sameBytes } from '../../cose/same-bytes.ts'
import { unlessFault } from '../../fault.ts'
import { readBase64Url, writeBase64 } from '../base64.ts'
import { usagesOf } from '../usages.ts'
import { dropped, fromCertificate, gather, isDropped, type Outcome } from './entries.ts'
import type { ForeignList, ForeignSource } from './foreign-list.ts'
import { spkiOfJwk } from './jwk.ts'
import { isJwsSignedBy, readJws } from './jws.ts'
import {
  bytesOf,
  checkListTime,
  jsonOf,
  membersOf,
  onlyFile,
  pinnedKeyOf,
  requireEntries,
  requireMembers,
  sourceFault,
} from './source.ts'

/**
 * Reads the DSC-TL of Sweden's DIGG (dgc-trust, trust-list.md): a JWS whose payload lists, for each country, JWKs with
 * certificates, and beside them the key purposes. The certificate decides; what else is said of it must agree.
 * The detached payload (b64: false) of the specification's first drafts was never served, and is refused.
 * @throws Fault `source.*`
 */
export async function readSe(source: ForeignSource): Promise<ForeignList> {
  const jws = readJws(onlyFile(source))
  if (!(await isJwsSignedBy(jws, pinnedKeyOf(source).spki))) {
    throw sourceFault('source.signature', 'not signed by the pinned key')
  }
  const { iat, exp, dsc_trust_list: countries } = requireMembers(jsonOf(jws.payload))
  const { issuedAt } = checkListTime(source, iat, exp)
  const entries = requireEntries(Object.entries(requireMembers(countries)).flatMap(entriesOf))
  const outcomes = (entries as readonly Entry[]).map(outcomeOf)
  return { format: 'se', verified: true, issuedAt, ...gather(outcomes), notes: [] }
}

interface Entry {
  readonly country: string
  readonly jwk: Readonly<Record<string, unknown>>
  /** Key purposes by kid. */
  readonly eku: Readonly<Record<string, unknown>>
}

function entriesOf([country, value]: [string, unknown]): readonly Entry[] {
  const { eku, keys } = requireMembers(value)
  return requireEntries(keys ?? []).map((jwk) => ({ country, jwk: membersOf(jwk) ?? {}, eku: membersOf(eku) ?? {} }))
}

function outcomeOf({ country, jwk, eku }: Entry): Outcome {
  const { kid = '', x5c, 'x5t#S256': thumbprint } = jwk
  const claimed = { kid, country }
  const certificate = bytesOf(Array.isArray(x5c) ? x5c[0] : undefined)
  if (certificate === undefined) return dropped(claimed, 'shape')
  if (thumbprint !== undefined && !isThumbprint(thumbprint, certificate)) return dropped(claimed, 'thumbprint-mismatch')
  const outcome = fromCertificate(claimed, certificate)
  if (isDropped(outcome)) return outcome
  const { signer } = outcome
  if (!isKey(jwk, signer.spki)) return dropped(claimed, 'key-mismatch')
  const purposes = Object.hasOwn(eku, writeBase64(signer.kid)) ? eku[writeBase64(signer.kid)] : []
  if (!Array.isArray(purposes) || !purposes.every(isText)) return dropped(claimed, 'shape')
  const usages = usagesOf(purposes).filter((usage) => signer.usages.includes(usage))
  return usages.length === 0 ? dropped(claimed, 'usage') : { ...outcome, signer: { ...signer, usages } }
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isThumbprint(thumbprint: unknown, certificate: Uint8Array): boolean {
  const bytes = typeof thumbprint === 'string' ? readBase64Url(thumbprint) : undefined
  return bytes !== undefined && sameBytes(bytes, sha256(certificate))
}

function isKey(jwk: unknown, spki: Uint8Array): boolean {
  const stated = unlessFault(() => spkiOfJwk(jwk))
  return stated !== undefined && sameBytes(stated, spki)
}
