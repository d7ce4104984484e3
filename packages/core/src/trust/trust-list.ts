import { Fault } from '../fault.ts'
import { writeBase64 } from './base64.ts'
import { type DenyList, denyList } from './deny-list.ts'
import type { DocumentSigner } from './document-signer.ts'
import { KID_BYTES, kidKey } from './kid-key.ts'
import { demand, demandArray, demandRecord } from './list-shape.ts'
import { type SharedKeys, sharedKeys } from './shared-keys.ts'
import { type DocumentSignerJson, readSigner, writeSigner } from './signer-json.ts'

/** Signers that may share one kid. By accident two do; more is somebody making verifiers work. */
export const MAX_CANDIDATES = 8

/** Signers a JSON list may hold. All countries together never had 3,000 at once. */
export const MAX_SIGNERS = 20_000

/** The document signers a checker trusts, found by kid. */
export interface TrustList {
  readonly signers: readonly DocumentSigner[]
  /**
   * All signers with this kid, in the list's order; a verifier must try each (hcert §3.3.3).
   * Empty for an unknown kid and for one that is not 8 bytes long.
   */
  candidates(kid: Uint8Array): readonly DocumentSigner[]
  /** Whether the deny list has the key of this signer, who is one of `signers`, or any kid under which the key stands here. */
  isDenied(signer: DocumentSigner): boolean
  /** Whether the deny list has this kid, be it that of a signer or not. */
  isKidDenied(kid: Uint8Array): boolean
  /**
   * The other kids under which the list has the key of this signer, who is one of `signers`; nearly always none.
   * A kid that nobody signed can be exchanged for any of them.
   */
  otherKids(signer: DocumentSigner): readonly Uint8Array[]
}

/** A trust list as JSON. It carries no signature: a signed list has it as payload. */
export interface TrustListJson {
  readonly format: 'vaxcert-trust-list'
  readonly version: 1
  readonly signers: readonly DocumentSignerJson[]
}

/** Denies nobody. */
const nobodyDenied: DenyList = denyList([])

/**
 * Indexes document signers by kid. What is denied stays a candidate, so that a verifier can say why. They are not
 * copied: whoever hands them in leaves them as they are.
 * @throws Fault `list.shape` when a kid is not 8 bytes long, a validity is none, or more than `MAX_CANDIDATES` signers
 * share a kid
 */
export function trustList(signers: readonly DocumentSigner[], denied: DenyList = nobodyDenied): TrustList {
  const byKid = new Map<string, DocumentSigner[]>()
  for (const signer of signers) {
    if (signer.kid.length !== KID_BYTES) throw new Fault('list.shape', 'kid is not 8 bytes long')
    if (!(signer.notBefore <= signer.notAfter)) throw new Fault('list.shape', 'validity')
    const same = byKid.get(kidKey(signer.kid))
    if (same === undefined) byKid.set(kidKey(signer.kid), [signer])
    else if (same.push(signer) > MAX_CANDIDATES) throw new Fault('list.shape', 'too many signers with one kid')
  }
  let shared: SharedKeys | undefined
  const deniedSigners = signersDenied(signers, denied)
  return {
    signers: [...signers],
    candidates: (kid) => byKid.get(kidKey(kid)) ?? [],
    isDenied: (signer) => deniedSigners.has(signer),
    isKidDenied: (kid) => denied.deniesKid(kid),
    otherKids(signer) {
      shared ??= sharedKeys(signers)
      return shared.get(signer) ?? []
    },
  }
}

/** A key that is denied under one kid is denied under all: which of them a message names may be signed by nobody. */
function signersDenied(signers: readonly DocumentSigner[], denied: DenyList): ReadonlySet<DocumentSigner> {
  const byKid = signers.filter(({ kid }) => denied.deniesKid(kid))
  const keys = new Set(byKid.map(({ spki }) => writeBase64(spki)))
  const sharesKey = ({ spki }: DocumentSigner): boolean => keys.size > 0 && keys.has(writeBase64(spki))
  return new Set(signers.filter((signer) => denied.deniesKey(signer.spki) || sharesKey(signer)))
}

/**
 * Reads what JSON.parse made of a trust list. Strict: an unknown member or a key that could never
 * verify refuses the whole list, since its publisher meant something that we do not understand.
 * @throws Fault `list.shape`
 */
export function readTrustList(json: unknown): TrustList {
  return trustList(readSigners(json))
}

/**
 * The signers of a trust list that is yet to be indexed, as with a deny list; strict as `readTrustList`.
 * @throws Fault `list.shape`
 */
export function readSigners(json: unknown): readonly DocumentSigner[] {
  const { format, version, signers } = demandRecord(json, ['format', 'version', 'signers'])
  demand(format === 'vaxcert-trust-list' && version === 1, 'format or version')
  return demandArray(signers, MAX_SIGNERS).map(readSigner)
}

/** Writes signers in their order; `readTrustList` gives them back. */
export function writeTrustList(signers: readonly DocumentSigner[]): TrustListJson {
  return { format: 'vaxcert-trust-list', version: 1, signers: signers.map(writeSigner) }
}
