import { bytesToHex } from '@noble/hashes/utils.js'
import { PS256_SALT_BYTES } from '../cose/algorithms.ts'
import { type DerElement, derBits, derContent, derElements, derTag, derTagged } from '../cose/der.ts'
import { type PublicKey, readPublicKey, rsaSpki } from '../cose/keys.ts'
import { Fault } from '../fault.ts'
import { readPssParameters } from './pss-parameters.ts'

/** Contents of the object identifiers 1.2.840.113549.1.1.1 and .10. */
const rsaEncryption = '2a864886f70d010101'
const rsassaPss = '2a864886f70d01010a'

/**
 * Reads the public key of a certificate. An RSA key in another dress is rewritten as rsaEncryption with NULL,
 * the one form that every back end imports: one without parameters, and one marked id-RSASSA-PSS
 * if its parameters leave room for PS256 (RFC 4055 §3.3).
 * @throws Fault `cose.algorithm` for every key that may sign neither ES256 nor PS256
 */
export function readSignerKey(spki: Uint8Array): PublicKey {
  const [algorithm, bits] = derElements(derContent(spki, derTag.sequence))
  const [identifier, parameters] = derElements(derTagged(algorithm, derTag.sequence))
  const oid = bytesToHex(derTagged(identifier, derTag.objectIdentifier))
  if (oid === rsassaPss) checkPssParameters(parameters)
  else if (oid !== rsaEncryption || parameters !== undefined) return readPublicKey(spki)
  return readPublicKey(rsaSpki(derBits(bits)))
}

/** Absent parameters allow everything; in present ones the salt length is a minimum (RFC 4055 §3.3). */
function checkPssParameters(parameters: DerElement | undefined): void {
  if (parameters === undefined) return
  const { hash, saltLength } = readPssParameters(parameters)
  if (hash !== 'SHA-256' || saltLength > PS256_SALT_BYTES) throw new Fault('cose.algorithm', 'RSASSA-PSS parameters')
}
