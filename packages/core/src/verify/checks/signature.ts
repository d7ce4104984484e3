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
 * @throws Fault `signer.unknown` when the list holds none, `signer.denied` when it is known for not to be trusted,
 * `cose.algorithm` when none fits
 */
export function findCandidates(message: VerifiableSign1, trust: TrustList): readonly DocumentSigner[] {
  if (message.kid === undefined) throw new Fault('cose.shape', 'no kid')
  const known = trust.candidates(message.kid)
  if (known.length === 0) throw unknown(message.kid, trust)
  const { name } = message.algorithm
  const fitting: DocumentSigner[] = []
  for (const signer of known) if (signer.algorithm === name) fitting.push(signer)
  if (fitting.length === 0) throw new Fault('cose.algorithm', 'not the algorithm of the key')
  return fitting
}

function unknown(kid: Uint8Array, trust: TrustList): Fault {
  return trust.isKidDenied(kid)
    ? new Fault('signer.denied', 'the kid is on the deny list')
    : new Fault('signer.unknown', 'no document signer with this kid')
}

/**
 * The one candidate whose key made the signature. Country, usage and validity are asked of this one alone.
 * A candidate whose key cannot be used keeps no other from being tried. Answers at once where it can.
 * @throws Fault `signature.mismatch`; when a key could not be used, why: `signer.unsupported`, `cose.algorithm`
 */
export function findSigner(
  message: Sign1,
  candidates: readonly DocumentSigner[],
): DocumentSigner | Promise<DocumentSigner> {
  const signed = toBeSigned(message.protectedBytes, message.payload)
  const first = candidates[0]
  if (first === undefined) throw mismatch()
  const answer = madeBy(first, signed, message.signature)
  return answer === true ? first : findAmong(candidates, signed, message.signature, answer)
}

/** Whether a candidate's key made the signature; a Fault when it cannot be used. */
type Answer = boolean | Fault

async function findAmong(
  candidates: readonly DocumentSigner[],
  signed: Uint8Array,
  signature: Uint8Array,
  first: Answer | Promise<Answer>,
): Promise<DocumentSigner> {
  let failure: Fault | undefined
  for (const [index, candidate] of candidates.entries()) {
    const answer = await (index === 0 ? first : madeBy(candidate, signed, signature))
    if (answer === true) return candidate
    if (answer instanceof Fault) failure = answer
  }
  throw failure ?? mismatch()
}

function mismatch(): Fault {
  return new Fault('signature.mismatch', 'no candidate made this signature')
}

function madeBy(candidate: DocumentSigner, signed: Uint8Array, signature: Uint8Array): Answer | Promise<Answer> {
  try {
    const right = verifierOf(candidate)(signed, signature)
    return typeof right === 'boolean' ? right : right.catch(unusable)
  } catch (error) {
    return unusable(error)
  }
}

function unusable(error: unknown): Fault {
  if (error instanceof Fault) return error
  throw error
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
