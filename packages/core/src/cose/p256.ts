/** Domain parameters of P-256 (SP 800-186 §3.2.1.3). */
const p = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn
const n = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const b = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn

const COORDINATE_BYTES = 32

/** True for 04, x, y with both below p and y² = x³ − 3x + b: neither infinity nor off the curve (SEC 1 §3.2.2.1). */
export function isUncompressedPoint(bytes: Uint8Array): boolean {
  if (bytes.length !== 1 + 2 * COORDINATE_BYTES || bytes[0] !== 4) return false
  const x = integer(bytes.subarray(1, 1 + COORDINATE_BYTES))
  const y = integer(bytes.subarray(1 + COORDINATE_BYTES))
  return x < p && y < p && (y * y - (x * x * x - 3n * x + b)) % p === 0n
}

/** True for 32 bytes that are a private scalar: 1 to n − 1 (SEC 1 §3.2.1). */
export function isScalar(bytes: Uint8Array): boolean {
  if (bytes.length !== COORDINATE_BYTES) return false
  const value = integer(bytes)
  return value > 0n && value < n
}

function integer(bytes: Uint8Array): bigint {
  let hex = '0x'
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0')
  return BigInt(hex)
}
