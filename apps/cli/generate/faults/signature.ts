import { constants, createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { array, bytes, text } from '../bytes/cbor.ts'
import { joinBytes, readHex, writeHex } from '../bytes/hex.ts'
import { type PssOptions, signPss } from '../bytes/pss.ts'
import { type Change, type Layers, toBeSigned } from '../layers.ts'
import { type KeyName, sampleKey } from '../sample-keys.ts'

/** Order of the base point of P-256 (SP 800-186 §3.2.1.3). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const HALF = 32

/** Another signature, made from the right one. */
export function signature(make: (right: Uint8Array, below: Layers) => Uint8Array | Promise<Uint8Array>): Change {
  return { layer: 'signature', make }
}

/** Made by another key; the header still names the first one. */
export function signedBy(name: KeyName): Change {
  return signature((_, below) => sampleKey(name).sign(toBeSigned(below)))
}

/** Made over other bytes than the Sig_structure of this message. */
export function signedOver(bytesOf: (below: Layers) => Uint8Array): Change {
  return signature((_, below) => sampleKey('dsc-all').sign(bytesOf(below)))
}

/** Made before somebody changed the header or the payload. */
export function signedBefore(make: (below: Layers) => Partial<Layers>): Change {
  return signedOver((below) => toBeSigned({ ...below, ...make(below) }))
}

/** Sig_structure with another context or with external data (RFC 9052 §4.4). */
export function otherStructure(context: string, external: Uint8Array = new Uint8Array()): Change {
  return signedOver(({ protectedBytes, payload }) =>
    array(text(context), bytes(protectedBytes), bytes(external), bytes(payload)),
  )
}

/** Right bytes with one bit turned. */
export const oneBit: Change = signature((right) => right.map((byte, at) => (at === 40 ? byte ^ 1 : byte)))
export const zeros: Change = signature((right) => new Uint8Array(right.length))

/** With s in the upper half of its range, as half of all signatures have it, or in the lower. Both are valid. */
export const highS: Change = signature((right) => withS(right, (s) => (s > ORDER / 2n ? s : ORDER - s)))
export const lowS: Change = signature((right) => withS(right, (s) => (s > ORDER / 2n ? ORDER - s : s)))

/** The highest number of 32 bytes, above the order of the curve. */
export const sOutOfRange: Change = signature((right) => withS(right, () => 2n ** 256n - 1n))

export const oneByteShort: Change = signature((right) => right.subarray(0, -1))
export const oneByteMore: Change = signature((right) => joinBytes(right, [0]))
export const padded: Change = signature((right) => joinBytes([0], right.subarray(0, HALF), [0], right.subarray(HALF)))
export const leadingZero: Change = signature((right) => joinBytes([0], right))
export const empty: Change = signature(() => new Uint8Array())

/** ECDSA-Sig-Value (RFC 3279 §2.2.3): what OpenSSL gives when nobody asks for r‖s. */
export const der: Change = signature((right) => {
  const numbers = [right.subarray(0, HALF), right.subarray(HALF)].map(derInteger)
  const content = joinBytes(...numbers)
  return joinBytes([0x30, content.length], content)
})

function derInteger(magnitude: Uint8Array): Uint8Array {
  const first = magnitude.findIndex((byte) => byte !== 0)
  const shortest = magnitude.subarray(first)
  const content = (shortest[0] ?? 0) < 0x80 ? shortest : joinBytes([0], shortest)
  return joinBytes([2, content.length], content)
}

function withS(right: Uint8Array, make: (s: bigint) => bigint): Uint8Array {
  const s = BigInt(`0x${writeHex(right.subarray(HALF))}`)
  return joinBytes(
    right.subarray(0, HALF),
    readHex(
      make(s)
        .toString(16)
        .padStart(2 * HALF, '0'),
    ),
  )
}

/** PSS made with other parameters than those of PS256 (RFC 8230 §2). */
export function pss(options: PssOptions): Change {
  return signature((_, below) => signPss(rsaKey(), toBeSigned(below), options))
}

/** RS256 under the header of PS256. The padding has nothing random in it. */
export const pkcs1: Change = signature((_, below) =>
  sign('sha256', toBeSigned(below), { key: rsaKey(), padding: constants.RSA_PKCS1_PADDING }),
)

function rsaKey(): KeyObject {
  return createPrivateKey({ key: Buffer.from(sampleKey('dsc-rsa').pkcs8), format: 'der', type: 'pkcs8' })
}
