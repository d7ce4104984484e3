import { areHashes, nodeHash, sameBytes } from './hash.ts'

/** A tree by its size and its root hash. */
export interface TreeHead {
  readonly size: number
  readonly root: Uint8Array
}

/** Whether a proof shows that a tree holds this leaf hash at this place (RFC 9162 §2.1.3.2). For any input. */
export function isIncluded(head: TreeHead, index: number, leaf: Uint8Array, proof: readonly Uint8Array[]): boolean {
  if (!isPlace(index) || !isPlace(head.size) || index >= head.size || !allHashes(leaf, head.root, ...proof))
    return false
  let [place, last, hash] = [index, head.size - 1, leaf]
  for (const sibling of proof) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(sibling, hash)
      for (; place % 2 === 0 && place !== 0; last = half(last)) place = half(place)
    } else {
      hash = nodeHash(hash, sibling)
    }
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && sameBytes(hash, head.root)
}

/** Whether a proof shows that a tree begins with all leaves of an older one (RFC 9162 §2.1.4.2). For any input. */
export function isConsistent(old: TreeHead, head: TreeHead, proof: readonly Uint8Array[]): boolean {
  if (!isPlace(old.size) || !isPlace(head.size) || !allHashes(old.root, head.root, ...proof)) return false
  if (old.size === head.size) return proof.length === 0 && sameBytes(old.root, head.root)
  if (old.size === 0) return proof.length === 0
  if (old.size > head.size || proof.length === 0) return false
  const [first, ...rest] = isPowerOfTwo(old.size) ? [old.root, ...proof] : proof
  return first !== undefined && leadsToBoth(old, head, first, rest)
}

function leadsToBoth(old: TreeHead, head: TreeHead, first: Uint8Array, rest: readonly Uint8Array[]): boolean {
  let [place, last] = [old.size - 1, head.size - 1]
  for (; place % 2 === 1; last = half(last)) place = half(place)
  let [oldHash, hash] = [first, first]
  for (const sibling of rest) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      oldHash = nodeHash(sibling, oldHash)
      hash = nodeHash(sibling, hash)
      for (; place % 2 === 0 && place !== 0; last = half(last)) place = half(place)
    } else {
      hash = nodeHash(hash, sibling)
    }
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && sameBytes(oldHash, old.root) && sameBytes(hash, head.root)
}

function half(count: number): number {
  return Math.floor(count / 2)
}

function isPlace(count: number): boolean {
  return Number.isSafeInteger(count) && count >= 0
}

function isPowerOfTwo(count: number): boolean {
  return 2 ** Math.round(Math.log2(count)) === count
}

function allHashes(...hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => areHashes(hash, 1))
}
