import { type DerElement, derBits, derContent, derElements, derTag, derTagged } from '../cose/der.ts'
import { type PublicKey, readPublicKey, rsaSpki } from '../cose/keys.ts'
import { Fault } from '../fault.ts'

/** Contents of the object identifiers 1.2.840.113549.1.1.1 and .10. */
const rsaEncryption = '2a864886f70d010101'
const rsassaPss = '2a864886f70d01010a'

/** SHA-256 as an AlgorithmIdentifier, with and without its NULL (RFC 4055 §2.1). */
const sha256 = ['300d06096086480165030402010500', '300b0609608648016503040201']

/** MGF1 over SHA-256, either way. */
const mgf1 = [
  '301a06092a864886f70d010108300d06096086480165030402010500',
  '301806092a864886f70d010108300b0609608648016503040201',
]

const saltUpTo32 = /^0201([01][0-9a-f]|20)$/
const trailer1 = '020101'

/**
 * Reads the public key of a certificate. An RSA key in another dress is rewritten as rsaEncryption with NULL,
 * the one form that every back end imports: one without parameters, and one marked id-RSASSA-PSS
 * if its parameters leave room for PS256 (RFC 4055 §3.3).
 * @throws Fault `cose.algorithm` for every key that may sign neither ES256 nor PS256
 */
export function readSignerKey(spki: Uint8Array): PublicKey {
  const [algorithm, bits] = derElements(derContent(spki, derTag.sequence))
  const [identifier, parameters] = derElements(derTagged(algorithm, derTag.sequence))
  const oid = hex(derTagged(identifier, derTag.objectIdentifier))
  if (oid === rsassaPss) checkPssParameters(parameters)
  else if (oid !== rsaEncryption || parameters !== undefined) return readPublicKey(spki)
  return readPublicKey(rsaSpki(derBits(bits)))
}

/**
 * Absent parameters allow everything. In present ones each absent field stands for its default: SHA-1,
 * MGF1 over SHA-1, salt 20 and trailer 1 (RFC 4055 §3.1); the salt length is a minimum (§3.3).
 */
function checkPssParameters(parameters: DerElement | undefined): void {
  if (parameters === undefined) return
  const elements = derElements(derTagged(parameters, derTag.sequence))
  const fields = new Map(elements.map((element) => [element.tag, hex(element.content)]))
  const fits =
    sha256.includes(fields.get(0xa0) ?? '') &&
    mgf1.includes(fields.get(0xa1) ?? '') &&
    saltUpTo32.test(fields.get(0xa2) ?? '020114') &&
    (fields.get(0xa3) ?? trailer1) === trailer1
  if (!fits) throw new Fault('cose.algorithm', 'RSASSA-PSS parameters')
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
