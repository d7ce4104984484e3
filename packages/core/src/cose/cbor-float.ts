/** The floating point number of 2, 4 or 8 bytes that begins at `start` (RFC 8949 §3.3), all of them there. */
export function floatAt(bytes: Uint8Array, start: number, length: 2 | 4 | 8): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, length)
  if (length === 2) return halfToNumber(view.getUint16(0))
  return length === 4 ? view.getFloat32(0) : view.getFloat64(0)
}

/** IEEE 754 binary16 (RFC 8949 Appendix D). */
function halfToNumber(half: number): number {
  const sign = half & 0x8000 ? -1 : 1
  const exponent = (half >> 10) & 31
  const fraction = half & 0x3ff
  if (exponent === 0) return sign * fraction * 2 ** -24
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN
  return sign * (fraction + 1024) * 2 ** (exponent - 25)
}
