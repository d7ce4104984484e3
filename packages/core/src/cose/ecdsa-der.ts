import { type DerElement, derContent, derElements, derTag, derTagged, writeDer, writeDerInteger } from './der.ts'

/**
 * Turns an ECDSA signature as X.509, CMS and the key services carry it, SEQUENCE { r, s } (RFC 3279 §2.2.3), into
 * r‖s with halves of so many bytes. Undefined for everything but strict DER of two numbers greater than zero that fit.
 */
export function ecdsaHalves(signature: Uint8Array, bytes: number): Uint8Array | undefined {
  try {
    const [r, s, ...rest] = derElements(derContent(signature, derTag.sequence))
    const halves = new Uint8Array(2 * bytes)
    const fits = rest.length === 0 && place(r, halves.subarray(0, bytes)) && place(s, halves.subarray(bytes))
    return fits ? halves : undefined
  } catch {
    return undefined
  }
}

/** Writes r‖s as SEQUENCE { r, s } (RFC 3279 §2.2.3), DER. */
export function ecdsaDer(signature: Uint8Array): Uint8Array {
  const half = signature.length / 2
  const numbers = [signature.subarray(0, half), signature.subarray(half)]
  return writeDer(derTag.sequence, ...numbers.map(writeDerInteger))
}

/** Writes a positive, minimal INTEGER to the right end of its half. */
function place(element: DerElement | undefined, half: Uint8Array): boolean {
  const content = derTagged(element, derTag.integer)
  const [first = 0x80, second = 0] = content
  if (first >= 0x80 || (first === 0 && second < 0x80)) return false
  const magnitude = content.subarray(first === 0 ? 1 : 0)
  if (magnitude.length > half.length) return false
  half.set(magnitude, half.length - magnitude.length)
  return true
}
