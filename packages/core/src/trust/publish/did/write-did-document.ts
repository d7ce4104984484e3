import type { Signer } from '../../../cose/signer.ts'
import type { ProofOptions } from '../../import/gdhcn/did-proof.ts'
import { type DidKey, didKey } from './did-key.ts'
import { signDidDocument } from './sign-did-document.ts'

/** A trust list to write for the Global Digital Health Certification Network. */
export interface DidPlan extends Omit<ProofOptions, 'created'> {
  /** "did:web:example.org:v2:trustlist"; it is its own controller. */
  readonly id: string
  /** In the order in which they shall stand, each certificate once. */
  readonly keys: readonly DidKey[]
  /** Written in whole seconds. */
  readonly created: Date
}

/**
 * Writes a DID document, version 2, as WHO's own are written, and signs it; `readGdhcn` reads it under the
 * signer's key. The same plan and signature give the same text.
 * @throws TypeError for a signer that is not ES256, and for a plan that readers would refuse; Fault `signer.*`
 */
export async function writeDidDocument({ id, keys, created, ...proof }: DidPlan, signer: Signer): Promise<string> {
  const document = { id, controller: id, verificationMethod: keys.map((key) => didKey(id, key)) }
  const seconds = created.toISOString().replace(/\.\d{3}Z$/, 'Z')
  return signDidDocument(document, { ...proof, created: seconds }, signer)
}
