import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { sha256 } from '#sha256'
import { signatureVerifier } from '#verify-signature'
import { ecdsaHalves } from '../../../cose/ecdsa-der.ts'
import { type PublicKey, readPublicKey } from '../../../cose/keys.ts'
import { Fault } from '../../../fault.ts'
import type { PinnedKey } from '../pinned-key.ts'
import type { DidDocument } from './did-document.ts'
import { type ProofOptions, splitJws } from './did-proof.ts'
import { documentQuads, proofQuads } from './n-quads.ts'

/**
 * Demands that the pinned key made the proof of this document (JSON Web Signature 2020 §3.3). The DID that the
 * proof names is not looked up: it leads to whatever its host serves today.
 * @throws Fault `source.signature`; `source.key` for a pinned key that is not P-256
 */
export async function checkProof(document: DidDocument, pinned: PinnedKey): Promise<void> {
  const key = proofKey(pinned)
  const { header, signature } = splitJws(document.proof.jws)
  const halves = ecdsaHalves(signature, 32)
  const right = halves && (await signatureVerifier(key)(proofInput(document, document.proof, header), halves))
  if (right !== true) throw new Fault('source.signature', 'proof of the document')
}

/** The bytes that a proof signs: its header in base64url, a dot, and the hashes of what proof and document state. */
export function proofInput(document: Omit<DidDocument, 'proof'>, options: ProofOptions, header: string): Uint8Array {
  const hashes = [proofQuads(options), documentQuads(document)].map((quads) => sha256(quads))
  return concatBytes(utf8ToBytes(`${header}.`), ...hashes)
}

function proofKey({ spki }: PinnedKey): PublicKey {
  try {
    const key = readPublicKey(spki)
    if (key.algorithm === 'ES256') return key
  } catch (cause) {
    throw new Fault('source.key', 'pinned key is not P-256', { cause })
  }
  throw new Fault('source.key', 'pinned key is not P-256')
}
