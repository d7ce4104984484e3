import { hash } from 'node:crypto'

export const HASH_BYTES = 32

const LEAF = 0
const NODE = 1

/** Leaf hash of an entry: SHA-256(0x00 ‖ entry) (RFC 6962 §2.1). */
export function leafHash(entry: Uint8Array): Uint8Array {
  const input = new Uint8Array(1 + entry.length)
  input[0] = LEAF
  input.set(entry, 1)
  return sha256(input)
}

const pair = new Uint8Array(1 + 2 * HASH_BYTES)

/** Hash of an inner node: SHA-256(0x01 ‖ left ‖ right) (RFC 6962 §2.1). Both must be hashes. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  pair[0] = NODE
  pair.set(left, 1)
  pair.set(right, 1 + HASH_BYTES)
  return sha256(pair)
}

export function sha256(input: Uint8Array | string): Uint8Array {
  const binary = hash('sha256', input, 'binary') // in half the time that a Buffer takes
  const digest = new Uint8Array(HASH_BYTES)
  for (let at = 0; at < HASH_BYTES; at += 1) digest[at] = binary.charCodeAt(at)
  return digest
}

/** Root of the empty tree: SHA-256 of nothing (RFC 6962 §2.1). */
export const EMPTY_ROOT: Uint8Array = sha256(new Uint8Array())

/** Whether these are the bytes of so many hashes. */
export function areHashes(bytes: Uint8Array, count: number): boolean {
  return bytes.length === count * HASH_BYTES
}

export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0
}

/** The hash at a place among hashes that stand one after another: a view. */
function hashAt(hashes: Uint8Array, at: number): Uint8Array {
  return hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)
}

/** Hashes that stand one after another, each for itself. */
export function eachHash(hashes: Uint8Array): readonly Uint8Array[] {
  return Array.from({ length: hashes.length / HASH_BYTES }, (_, at) => hashAt(hashes, at))
}

export function joinHashes(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

/**
 * Merkle Tree Hash over hashes that stand one after another, one at least (RFC 6962 §2.1). Each level pairs its hashes
 * from the left and hands one that is left over up as it is: the same tree as splitting at the largest power of two.
 */
export function rootOf(hashes: Uint8Array): Uint8Array {
  let level = hashes
  while (level.length > HASH_BYTES) level = parents(level)
  return level.slice()
}

function parents(hashes: Uint8Array): Uint8Array {
  const count = hashes.length / HASH_BYTES
  const above = new Uint8Array(Math.ceil(count / 2) * HASH_BYTES)
  for (let at = 0; at + 1 < count; at += 2) {
    above.set(nodeHash(hashAt(hashes, at), hashAt(hashes, at + 1)), (at / 2) * HASH_BYTES)
  }
  if (count % 2 === 1) above.set(hashAt(hashes, count - 1), above.length - HASH_BYTES)
  return above
}
