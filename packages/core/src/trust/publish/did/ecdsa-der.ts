import { derTag, writeDer } from '../../../cose/der.ts'

/** Writes r‖s as SEQUENCE { r, s } (RFC 3279 §2.2.3), DER. */
export function ecdsaDer(signature: Uint8Array): Uint8Array {
  const half = signature.length / 2
  return writeDer(derTag.sequence, integer(signature.subarray(0, half)), integer(signature.subarray(half)))
}

/** A positive INTEGER, minimal (X.690 §8.3.2). */
function integer(bytes: Uint8Array): Uint8Array {
  const magnitude = bytes.subarray(bytes.findIndex((byte) => byte !== 0))
  return writeDer(derTag.integer, Uint8Array.of(...((magnitude[0] ?? 0) < 0x80 ? [] : [0])), magnitude)
}
