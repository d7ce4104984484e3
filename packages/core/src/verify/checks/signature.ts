import { signatureVerifier } from '#verify-signature'
import { readPublicKey } from '../../cose/keys.ts'
import { type Sign1, toBeSigned, type VerifiableSign1 } from '../../cose/sign1.ts'
import type { SignatureVerifier } from '../../cose/signature-verifier.ts'
import { Fault } from '../../fault.ts'
import type { DocumentSigner } from '../../trust/document-signer.ts'
import type { TrustList } from '../../trust/trust-list.ts'

/**
 * All document signers that carry the message's kid (hcert §3.3.3: every one of them must be tried)
 * and whose key fits its algorithm: the key decides, the header only names it.
 * @throws Fault `signer.unknown` when the list holds none, `cose.algorithm` when none fits
 */
export function findCandidates(message: VerifiableSign1, trust: TrustList): readonly DocumentSigner[] {
  if (message.kid === undefined) throw new Fault('cose.shape', 'no kid')
  const known = trust.candidates(message.kid)
  if (known.length === 0) throw new Fault('signer.unknown', 'no document signer with this kid')
  const { name } = message.algorithm
  const fitting = known.filter(({ algorithm }) => algorithm === name)
  if (fitting.length === 0) throw new Fault('cose.algorithm', 'not the algorithm of the key')
  return fitting
}

/**
 * The one candidate whose key made the signature. Country, usage and validity are asked of this one alone.
 * A candidate whose key cannot be used keeps no other from being tried.
 * @throws Fault `signature.mismatch`; when a key could not be used, why: `signer.unsupported`, `cose.algorithm`
 */
export async function findSigner(message: Sign1, candidates: readonly DocumentSigner[]): Promise<DocumentSigner> {
  const signed = toBeSigned(message.protectedBytes, message.payload)
  let failure: Fault | undefined
  for (const candidate of candidates) {
    try {
      const right = verifierOf(candidate)(signed, message.signature)
      if (right === true || (right !== false && (await right))) return candidate
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      failure = error
    }
  }
  throw failure ?? new Fault('signature.mismatch', 'no candidate made this signature')
}

const verifiers = new WeakMap<DocumentSigner, SignatureVerifier>()

/** Importing a key costs as much as a signature: it is done once for each document signer. */
function verifierOf(signer: DocumentSigner): SignatureVerifier {
  const known = verifiers.get(signer)
  if (known !== undefined) return known
  const verifier = signatureVerifier(readPublicKey(signer.spki))
  verifiers.set(signer, verifier)
  return verifier
}
