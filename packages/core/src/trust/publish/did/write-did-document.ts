import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Signer } from '../../../cose/signer.ts'
import { proofInput } from '../../import/gdhcn/check-proof.ts'
import { contexts, readDidDocument } from '../../import/gdhcn/did-document.ts'
import { headerText } from '../../import/gdhcn/did-proof.ts'
import { writeBase64Url } from './base64-url.ts'
import { type DidKey, didKey } from './did-key.ts'
import { ecdsaDer } from './ecdsa-der.ts'

/** A trust list to write for the Global Digital Health Certification Network. */
export interface DidPlan {
  /** "did:web:example.org:v2:trustlist"; it is its own controller. */
  readonly id: string
  /** In the order in which they shall stand, each certificate once. */
  readonly keys: readonly DidKey[]
  /** Written in whole seconds. */
  readonly created: Date
  /** Whatever makes this proof unlike every other: letters and digits, 128 at most. */
  readonly nonce: string
  /** DID under which the proof key is published, for people; readers pin the key itself. */
  readonly verificationMethod: string
}

/**
 * Writes a DID document, version 2, as WHO's own are written, and signs it. The same plan and signature
 * give the same text, and `readGdhcn` reads it under the signer's key.
 * @throws TypeError for a signer that is not ES256, and for what the reader would refuse; Fault `signer.*`
 */
export async function writeDidDocument(plan: DidPlan, signer: Signer): Promise<string> {
  if (signer.algorithm !== 'ES256') throw new TypeError('proofs are signed with ES256')
  const { id, nonce, verificationMethod } = plan
  const document = { id, controller: id, verificationMethod: plan.keys.map((key) => didKey(id, key)) }
  const options = { created: plan.created.toISOString().replace(/\.\d{3}Z$/, 'Z'), nonce, verificationMethod }
  const header = writeBase64Url(utf8ToBytes(headerText))
  const signature = ecdsaDer(await signer.sign(proofInput(document, options, header)))
  const proof = {
    type: 'JsonWebSignature2020',
    created: options.created,
    nonce,
    proofPurpose: 'assertionMethod',
    verificationMethod,
    jws: `${header}..${writeBase64Url(signature)}`,
  }
  return readable(JSON.stringify({ '@context': contexts, ...document, proof }))
}

/** The text, if it has the shape that it must have. */
function readable(text: string): string {
  try {
    readDidDocument(utf8ToBytes(text))
    return text
  } catch (cause) {
    throw new TypeError('not a plan of a DID document', { cause })
  }
}
