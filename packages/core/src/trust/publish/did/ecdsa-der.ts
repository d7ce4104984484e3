import { derTag, writeDer, writeDerInteger } from '../../../cose/der.ts'

/** Writes r‖s as SEQUENCE { r, s } (RFC 3279 §2.2.3), DER. */
export function ecdsaDer(signature: Uint8Array): Uint8Array {
  const half = signature.length / 2
  const numbers = [signature.subarray(0, half), signature.subarray(half)]
  return writeDer(derTag.sequence, ...numbers.map(writeDerInteger))
}
