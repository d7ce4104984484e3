import { sha256 } from '#sha256'
import { type CborReadOptions, readCbor } from '../../cose/cbor-reader.ts'
import type { CborMap, CborValue } from '../../cose/cbor-value.ts'
import { sameBytes } from '../../cose/same-bytes.ts'
import { parseSign1, type Sign1, toBeSigned } from '../../cose/sign1.ts'
import { writeBase64 } from '../base64.ts'
import { signerCountry } from '../signer-country.ts'
import { dropped, fromCertificate, fromKey, gather, type Outcome } from './entries.ts'
import type { ForeignList, ForeignNote, ForeignSource } from './foreign-list.ts'
import { isRawSignature } from './raw-signature.ts'
import {
  bytesOf,
  checkListTime,
  filesOf,
  jsonOf,
  MAX_ENTRIES,
  MAX_FILE_BYTES,
  requireEntries,
  requireMembers,
  sourceFault,
  verifyingKeyOf,
} from './source.ts'

/** Claims of the signature (RFC 8392 §4), and the protected header parameter that says which format is signed. */
const CLAIM = { subject: 2, expiration: 4, notBefore: 5 } as const
const LIST_VERSION = 42

/** An entry with a bare key has some twenty items. */
const CONTENT: CborReadOptions = { code: 'source.shape', maxBytes: MAX_FILE_BYTES, maxItems: MAX_ENTRIES * 32 }
const SIGNATURE: CborReadOptions = { code: 'source.shape', indefinite: false }

/**
 * Reads a trust list version 2 of hcert-kotlin, which Austria serves: CBOR, and apart from it a COSE_Sign1 over a hash
 * of the CBOR and a period of validity. Two files, content first, or one JSON with both in base64 as
 * `trustListContent` and `trustListSignature`.
 * @throws Fault `source.*`
 */
export async function readAt(source: ForeignSource): Promise<ForeignList> {
  const { content, signature } = partsOf(source)
  const claims = mapOf(readCbor(await signedBy(source, signature), SIGNATURE))
  const hash = claims.get(CLAIM.subject)
  if (!(hash instanceof Uint8Array) || !sameBytes(hash, sha256(content))) {
    throw sourceFault('source.signature', 'the signature is for another content')
  }
  const { issuedAt } = checkListTime(source, claims.get(CLAIM.notBefore), claims.get(CLAIM.expiration))
  const entries = entriesOf(content)
  const notes: readonly ForeignNote[] = entries.some(isBare) ? ['bare-keys'] : []
  return { format: 'at', verified: true, issuedAt, ...gather(entries.map(outcomeOf)), notes }
}

function partsOf(source: ForeignSource): { readonly content: Uint8Array; readonly signature: Uint8Array } {
  const [first = new Uint8Array(), second] = filesOf(source, 1, 2)
  if (second !== undefined) return { content: first, signature: second }
  const { trustListContent, trustListSignature } = requireMembers(jsonOf(first))
  const [content, signature] = [bytesOf(trustListContent), bytesOf(trustListSignature)]
  if (content === undefined || signature === undefined) throw sourceFault('source.shape', 'content or signature')
  return { content, signature }
}

/** The payload of the signature, once it is right. */
async function signedBy(source: ForeignSource, signature: Uint8Array): Promise<Uint8Array> {
  const key = verifyingKeyOf(source)
  const { algorithm, algorithmProtected, ...message } = parsed(signature)
  const header = mapOf(readCbor(message.protectedBytes, SIGNATURE))
  if (header.get(LIST_VERSION) !== 2) throw sourceFault('source.shape', 'version of the list')
  const allowed = algorithmProtected && algorithm?.name === key.algorithm
  const signed = toBeSigned(message.protectedBytes, message.payload)
  if (allowed && (await isRawSignature(key, signed, message.signature))) return message.payload
  throw sourceFault('source.signature', 'not signed by the pinned key')
}

function parsed(signature: Uint8Array): Sign1 {
  try {
    return parseSign1(signature)
  } catch {
    throw sourceFault('source.shape', 'signature is no COSE_Sign1')
  }
}

function entriesOf(content: Uint8Array): readonly CborMap[] {
  return requireEntries(mapOf(readCbor(content, CONTENT)).get('c')).map((entry) => mapOf(entry as CborValue))
}

function isBare(entry: CborMap): boolean {
  return entry.get('c') === undefined
}

/** `k`, `is`, `su`, `nb` and `na` are additions of verify-ehc, for keys that came without a certificate. */
function outcomeOf(entry: CborMap): Outcome {
  const [kid, certificate, spki] = ['i', 'c', 'k'].map((name) => bytesIn(entry.get(name)))
  if (kid === undefined) return dropped({}, 'shape')
  const claimed = { kid: writeBase64(kid) }
  if (!isBare(entry)) return fromCertificate(claimed, certificate)
  const [notBefore, notAfter] = [timeIn(entry.get('nb')), timeIn(entry.get('na'))]
  return fromKey({
    ...claimed,
    spki,
    country: countryOf(entry),
    ...(notBefore !== undefined && { notBefore }),
    ...(notAfter !== undefined && { notAfter }),
  })
}

function countryOf(entry: CborMap): string {
  const [subject, issuer] = ['su', 'is'].map((name) => {
    const names = entry.get(name)
    const country = names instanceof Map ? names.get('C') : undefined
    return typeof country === 'string' ? [country] : []
  })
  return signerCountry(subject ?? [], issuer ?? [])
}

/** A time that is there and is none must not stand for any time. */
function timeIn(value: CborValue): number | undefined {
  if (value === undefined) return undefined
  return typeof value === 'number' ? Math.floor(value) : Number.NaN
}

function bytesIn(value: CborValue): Uint8Array | undefined {
  return value instanceof Uint8Array ? value : undefined
}

function mapOf(value: CborValue): CborMap {
  if (value instanceof Map) return value
  throw sourceFault('source.shape', 'not a map')
}
