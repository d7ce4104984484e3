import { createECDH, createHash } from 'node:crypto'
import { sequence, unsigned } from './x509-der.ts'

/** Order of each curve (SP 800-186 §3.2.1), and its name in OpenSSL. */
const curves = {
  'P-256': { name: 'prime256v1', n: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n },
  'P-384': {
    name: 'secp384r1',
    n: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  },
  'P-521': {
    name: 'secp521r1',
    n: 0x1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
  },
} as const

export type CurveName = keyof typeof curves

/** 04, x, y. */
export function publicPoint(curve: CurveName, scalar: Uint8Array): Uint8Array {
  const { name, n } = curves[curve]
  const ecdh = createECDH(name)
  ecdh.setPrivateKey(toBytes(toNumber(scalar), bytesOf(n)))
  return new Uint8Array(ecdh.getPublicKey())
}

/**
 * ECDSA with a nonce that is made of key and message, so that a vector can be made again byte for byte: SEQUENCE { r, s }.
 * For vectors only: RFC 6979 is how one does it for keys that matter.
 */
export function signEcdsa(curve: CurveName, scalar: Uint8Array, hash: string, message: Uint8Array): Uint8Array {
  const { n } = curves[curve]
  const digest = createHash(hash).update(message).digest()
  const nonce = createHash('sha512').update(scalar).update(digest).digest()
  const k = (toNumber(nonce) % (n - 1n)) + 1n
  const point = publicPoint(curve, toBytes(k, bytesOf(n)))
  const r = toNumber(point.subarray(1, 1 + (point.length - 1) / 2)) % n
  const s = (inverse(k, n) * (truncated(digest, n) + r * toNumber(scalar))) % n
  return sequence(unsigned(toBytes(r, bytesOf(n))), unsigned(toBytes(s, bytesOf(n))))
}

/** The leftmost bits of a hash that is longer than the order. */
function truncated(digest: Uint8Array, n: bigint): bigint {
  const surplus = Math.max(0, digest.length * 8 - n.toString(2).length)
  return toNumber(digest) >> BigInt(surplus)
}

/** By Fermat: the order is prime. */
function inverse(value: bigint, n: bigint): bigint {
  let [result, base, exponent] = [1n, value % n, n - 2n]
  for (; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % n
    base = (base * base) % n
  }
  return result
}

function bytesOf(n: bigint): number {
  return Math.ceil(n.toString(16).length / 2)
}

function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
}

function toBytes(value: bigint, length: number): Uint8Array {
  return new Uint8Array(Buffer.from(value.toString(16).padStart(2 * length, '0'), 'hex'))
}
