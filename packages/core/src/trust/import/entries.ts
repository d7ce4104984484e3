import { derContent, derTag } from '../../cose/der.ts'
import { sameBytes } from '../../cose/same-bytes.ts'
import type { Usage } from '../../dcc/types.ts'
import { Fault } from '../../fault.ts'
import { writeBase64 } from '../base64.ts'
import type { DocumentSigner } from '../document-signer.ts'
import { sameCountry, UNKNOWN_COUNTRY } from '../signer-country.ts'
import { isTellable, LAST_SECOND } from '../signer-json.ts'
import { MAX_CANDIDATES } from '../trust-list.ts'
import { allUsages } from '../usages.ts'
import { documentSignerFromCertificate, readSignerKey } from '../x509.ts'
import type { Dropped, DropReason, ForeignSigner } from './foreign-list.ts'
import { bytesOf } from './source.ts'

/** What became of one entry. */
export type Outcome = ForeignSigner | Dropped

/** What an entry says of itself beside its certificate or key. */
export interface Claimed {
  /** As the source wrote it. */
  readonly kid?: unknown
  /** ISO 3166-1 alpha-2. */
  readonly country?: unknown
}

/** An entry left out, with what can be told of it. */
export function dropped({ kid, country }: Claimed, reason: DropReason): Dropped {
  const bytes = bytesOf(kid)
  return {
    ...(bytes?.length === 8 && { kid: writeBase64(bytes) }),
    ...(isCountry(country) && { country }),
    reason,
  }
}

/** Whether an entry was left out. */
export function isDropped(outcome: Outcome): outcome is Dropped {
  return 'reason' in outcome
}

/**
 * The signer of a certificate, when kid and country are its own (hcert §3.3.3). The country that the entry claims,
 * if it claims one, stands in where the certificate names none.
 */
export function fromCertificate(claimed: Claimed, certificate: Uint8Array | undefined): Outcome {
  if (certificate === undefined) return dropped(claimed, 'shape')
  const signer = signerOf(certificate)
  if (typeof signer === 'string') return dropped(claimed, signer)
  if (claimed.kid !== undefined && !isKid(claimed.kid, signer.kid)) return dropped(claimed, 'kid-mismatch')
  const country = countryOf(signer, claimed.country)
  if (country === undefined) return dropped(claimed, 'country')
  if (signer.usages.length === 0) return dropped(claimed, 'usage')
  return { signer: { ...signer, country }, certificate }
}

/** The certificate's own country, or the claimed one where it names none; undefined when they contradict each other. */
function countryOf({ country }: DocumentSigner, claimed: unknown): string | undefined {
  if (claimed === undefined) return country
  if (!isCountry(claimed)) return undefined
  if (country === UNKNOWN_COUNTRY) return claimed
  return sameCountry(country, claimed) ? country : undefined
}

/** A key without a certificate, as a source describes it. */
export interface BareKey {
  readonly kid: unknown
  readonly spki: Uint8Array | undefined
  readonly country?: string
  readonly usages?: readonly Usage[]
  /** Whole seconds since 1970; any time where absent. */
  readonly notBefore?: number
  readonly notAfter?: number
}

/** The signer of a bare key: kid, country, usages and times are the source's word. */
export function fromKey({ usages = allUsages, notBefore = 0, notAfter = LAST_SECOND, ...bare }: BareKey): Outcome {
  const kid = bytesOf(bare.kid)
  const isPeriod = isTellable(notBefore) && isTellable(notAfter) && notBefore <= notAfter
  if (bare.spki === undefined || kid?.length !== 8 || !isPeriod) return dropped(bare, 'shape')
  if (usages.length === 0) return dropped(bare, 'usage')
  try {
    const { spki, algorithm } = readSignerKey(bare.spki)
    const { country = UNKNOWN_COUNTRY } = bare
    return { signer: { kid, spki, algorithm, country, usages, notBefore, notAfter } }
  } catch {
    return dropped(bare, 'key')
  }
}

/** Sorts outcomes, in their order; the same key comes once, and no kid has more keys than a trust list may hold. */
export function gather(outcomes: Iterable<Outcome>): {
  readonly signers: readonly ForeignSigner[]
  readonly dropped: readonly Dropped[]
} {
  const byKid = new Map<string, DocumentSigner[]>()
  const signers: ForeignSigner[] = []
  const left: Dropped[] = []
  for (const outcome of outcomes) {
    if (isDropped(outcome)) left.push(outcome)
    else {
      const reason = admit(outcome.signer, byKid)
      if (reason === undefined) signers.push(outcome)
      else left.push({ kid: writeBase64(outcome.signer.kid), country: outcome.signer.country, reason })
    }
  }
  return { signers, dropped: left }
}

function admit(signer: DocumentSigner, byKid: Map<string, DocumentSigner[]>): DropReason | undefined {
  const kid = writeBase64(signer.kid)
  const same = byKid.get(kid) ?? []
  if (same.some(({ spki }) => sameBytes(spki, signer.spki))) return 'duplicate'
  if (same.length >= MAX_CANDIDATES) return 'too-many-candidates'
  byKid.set(kid, [...same, signer])
  return undefined
}

/** The form of a code of ISO 3166-1 alpha-2; whether a country has it is not asked. */
export function isCountry(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Z]{2}$/.test(value)
}

function isKid(claimed: unknown, kid: Uint8Array): boolean {
  const bytes = bytesOf(claimed)
  return bytes !== undefined && sameBytes(bytes, kid)
}

/** The signer, or what is wrong with its certificate. */
function signerOf(certificate: Uint8Array): DocumentSigner | 'certificate' | 'key' {
  try {
    return documentSignerFromCertificate(certificate)
  } catch (error) {
    const cause = error instanceof Fault ? error.cause : undefined
    return cause instanceof Fault && cause.code === 'cose.algorithm' && isSequence(certificate) ? 'key' : 'certificate'
  }
}

/** What is no SEQUENCE at all fails as keys do. */
function isSequence(bytes: Uint8Array): boolean {
  try {
    return derContent(bytes, derTag.sequence).length > 0
  } catch {
    return false
  }
}
