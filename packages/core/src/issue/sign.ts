import { type Algorithm, algorithmByName } from '../cose/algorithms.ts'
import { readToBeSigned } from '../cose/sig-structure.ts'
import { writeSign1 } from '../cose/sign1.ts'
import { MAX_TEXT_LENGTH, writeText } from '../dcc/text.ts'
import type { Claims, Dcc } from '../dcc/types.ts'
import { Fault } from '../fault.ts'
import type { Authority } from './authority.ts'
import { type PreparedDcc, prepare, type Validity } from './prepare.ts'

/** A signed certificate, ready for its QR code. */
export interface SignedDcc {
  /** "HC1:…", at most 4,296 characters. */
  readonly text: string
  /** The COSE_Sign1 message. */
  readonly cose: Uint8Array
  readonly claims: Claims
}

/**
 * Signs any payload: vaccination, test or recovery.
 * @throws Fault as `prepare` and the signer do
 */
export async function signDcc(dcc: Dcc, authority: Authority, validity: Validity): Promise<SignedDcc> {
  const prepared = prepare(dcc, authority, validity)
  const signature = authority.signer.sign(prepared.toBeSigned)
  return finish(prepared, signature instanceof Uint8Array ? signature : await signature, authority)
}

/**
 * Puts a signature, wherever it was made, to what was prepared. It is not verified here.
 * @throws Fault `signer.refused` when the signature has the wrong length, `text.too-large` when no QR code holds the text
 */
export function finish(
  { claims, protectedBytes, payload }: PreparedDcc,
  signature: Uint8Array,
  { signer }: Pick<Authority, 'signer'>,
): SignedDcc {
  return { ...put(protectedBytes, payload, signature, signer.algorithm), claims }
}

/**
 * `finish` for bytes that were kept until somebody signed them. It is not verified here.
 * @throws Fault `cose.shape` when they are not what `prepare` makes, `signer.refused`, `text.too-large` as `finish` does
 */
export function finishSigned(
  toBeSigned: Uint8Array,
  signature: Uint8Array,
  algorithm: Algorithm,
): Omit<SignedDcc, 'claims'> {
  const { protectedBytes, payload } = readToBeSigned(toBeSigned)
  return put(protectedBytes, payload, signature, algorithm)
}

function put(
  protectedBytes: Uint8Array,
  payload: Uint8Array,
  signature: Uint8Array,
  algorithm: Algorithm,
): Omit<SignedDcc, 'claims'> {
  const { min, max } = algorithmByName(algorithm).signatureBytes
  if (signature.length < min || signature.length > max) throw new Fault('signer.refused', 'signature length')
  const cose = writeSign1(protectedBytes, payload, signature)
  const text = writeText(cose)
  if (text.length > MAX_TEXT_LENGTH) throw new Fault('text.too-large', 'longer than a QR code can be')
  return { text, cose }
}
