import { utf8ToBytes } from '@noble/hashes/utils.js'
import { ecdsaDer } from '../../../cose/ecdsa-der.ts'
import type { Signer } from '../../../cose/signer.ts'
import { writeBase64Url } from '../../base64.ts'
import { proofInput } from '../../import/gdhcn/check-proof.ts'
import { contexts, type DidDocument, readDidDocument } from '../../import/gdhcn/did-document.ts'
import { headerText, type ProofOptions } from '../../import/gdhcn/did-proof.ts'

/**
 * Signs a document that is there already, and writes it as JSON. The same document, options and signature
 * give the same text. That its keys agree with their certificates is for the caller to see to.
 * @throws TypeError for a signer that is not ES256, and for a shape that readers refuse; Fault `signer.*`
 */
export async function signDidDocument(
  document: Omit<DidDocument, 'proof'>,
  options: ProofOptions,
  signer: Signer,
): Promise<string> {
  if (signer.algorithm !== 'ES256') throw new TypeError('proofs are signed with ES256')
  const { created, nonce, verificationMethod } = options
  const header = writeBase64Url(utf8ToBytes(headerText))
  const signature = ecdsaDer(await signer.sign(proofInput(document, options, header)))
  const proof = {
    type: 'JsonWebSignature2020',
    created,
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
    throw new TypeError('not a DID document of the network', { cause })
  }
}
