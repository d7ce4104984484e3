import { HASH_BYTES, nodeHash, rootOf } from './hash.ts'
import { type ReadTile, TILE_WIDTH } from './tile.ts'
import { readHashes } from './tree.ts'

/**
 * The hashes that lead from a leaf to the root of a tree of so many leaves, the leaf's sibling first (RFC 6962 §2.1.1).
 * The tiles are believed: a proof made from wrong ones leads to another root.
 * @throws Fault `log.tile` when one is missing or too short
 */
export async function inclusionProof(size: number, index: number, readTile: ReadTile): Promise<readonly Uint8Array[]> {
  if (!(index >= 0 && index < size)) throw new TypeError('index: not a leaf of the tree')
  const read = remembering(readTile)
  const proof: Uint8Array[] = []
  let [begin, end] = [0, size]
  while (end - begin > 1) {
    const middle = begin + leftSize(end - begin)
    const isLeft = index < middle
    proof.push(isLeft ? await rangeHash(middle, end, read) : await rangeHash(begin, middle, read))
    ;[begin, end] = isLeft ? [begin, middle] : [middle, end]
  }
  return proof.reverse()
}

/**
 * The hashes by which a tree of so many leaves is shown to begin with the leaves of an older one (RFC 6962 §2.1.2): none
 * where the older is empty or the same.
 * @throws Fault `log.tile` when a tile is missing or too short
 */
export async function consistencyProof(old: number, size: number, readTile: ReadTile): Promise<readonly Uint8Array[]> {
  if (!(old >= 0 && old <= size)) throw new TypeError('old: larger than the tree')
  if (old === 0 || old === size) return []
  const read = remembering(readTile)
  const proof: Uint8Array[] = []
  let [begin, end] = [0, size]
  while (end !== old) {
    const middle = begin + leftSize(end - begin)
    const isLeft = old <= middle
    proof.push(isLeft ? await rangeHash(middle, end, read) : await rangeHash(begin, middle, read))
    ;[begin, end] = isLeft ? [begin, middle] : [middle, end]
  }
  // A subtree that begins with the first leaf is the older tree itself, which the checker knows.
  if (begin > 0) proof.push(await rangeHash(begin, end, read))
  return proof.reverse()
}

/** MTH(D[begin:end]), where a subtree of the tree begins at `begin`. */
async function rangeHash(begin: number, end: number, read: ReadTile): Promise<Uint8Array> {
  const size = end - begin
  const left = leftSize(size)
  if (left * 2 === size || size === 1) return fullHash(begin, size, read)
  return nodeHash(await fullHash(begin, left, read), await rangeHash(begin + left, end, read))
}

/** Root of a full subtree: of one hash or more that stand in one tile. */
async function fullHash(begin: number, size: number, read: ReadTile): Promise<Uint8Array> {
  let [level, count] = [0, size]
  for (; count >= TILE_WIDTH; level += 1) count /= TILE_WIDTH
  const first = begin / TILE_WIDTH ** level
  const from = first % TILE_WIDTH
  const hashes = await readHashes(read, { level, at: Math.floor(first / TILE_WIDTH) }, from + count)
  return rootOf(hashes.subarray(from * HASH_BYTES))
}

/** Leaves of the left branch: the largest power of two below the size (RFC 6962 §2.1). */
function leftSize(size: number): number {
  let left = 1
  while (left * 2 < size) left *= 2
  return left
}

/** One proof asks for the same few tiles again and again. */
function remembering(readTile: ReadTile): ReadTile {
  const known = new Map<string, ReturnType<ReadTile>>()
  return (level, at) => {
    const key = `${level}/${at}`
    if (!known.has(key)) known.set(key, readTile(level, at))
    return known.get(key)
  }
}
