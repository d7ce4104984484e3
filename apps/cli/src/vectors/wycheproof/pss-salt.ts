import { constants, createHash, createPublicKey, publicDecrypt } from 'node:crypto'

const HASH_BYTES = 32
/** Last byte of an encoded message, and the byte before the salt (RFC 8017 §9.1.1). */
const TRAILER = 0xbc
const BEFORE_SALT = 0x01

/**
 * Length of the salt that an RSASSA-PSS signature with SHA-256 and MGF1 over SHA-256 was made with, read from its encoded
 * message (RFC 8017 §9.1.2, steps 4 to 11); undefined when it is none. Says nothing about the message.
 */
export function pssSaltLength(spki: Uint8Array, signature: Uint8Array): number | undefined {
  const encoded = encodedMessage(spki, signature)
  if (encoded?.at(-1) !== TRAILER) return undefined
  const dataBytes = encoded.length - HASH_BYTES - 1
  const mask = mgf1(encoded.subarray(dataBytes, -1), dataBytes)
  const data = encoded.subarray(0, dataBytes).map((byte, index) => byte ^ (mask[index] ?? 0))
  // The bits above the modulus are no data; every modulus here has a whole number of bytes, so it is one bit.
  data[0] = (data[0] ?? 0) & 0x7f
  const start = data.findIndex((byte) => byte !== 0)
  return data[start] === BEFORE_SALT ? dataBytes - start - 1 : undefined
}

function encodedMessage(spki: Uint8Array, signature: Uint8Array): Uint8Array | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
    return publicDecrypt({ key, padding: constants.RSA_NO_PADDING }, signature)
  } catch {
    return undefined
  }
}

/** MGF1 over SHA-256 (RFC 8017 §B.2.1). */
function mgf1(seed: Uint8Array, length: number): Uint8Array {
  const blocks: Buffer[] = []
  for (let counter = 0; blocks.length * HASH_BYTES < length; counter += 1) {
    const suffix = Buffer.alloc(4)
    suffix.writeUInt32BE(counter)
    blocks.push(createHash('sha256').update(seed).update(suffix).digest())
  }
  return Buffer.concat(blocks).subarray(0, length)
}
