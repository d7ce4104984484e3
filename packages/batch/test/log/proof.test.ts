import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  consistencyProof,
  inclusionProof,
  isConsistent,
  isIncluded,
  leafHash,
  type TreeHead,
} from '../../src/log/index.ts'
import { naivePath, naiveRoot, naiveSubproof } from './naive-tree.ts'
import { consistencyVectors, inclusionVectors, leaves, roots, SOME_HASH } from './rfc6962-vectors.ts'
import { leavesOf, storeTree } from './stored-tree.ts'

const EMPTY = naiveRoot([])
const hashes = leaves.map((leaf) => leafHash(leaf))
const { readTile } = storeTree(hashes)
const headOf = (size: number): TreeHead => ({ size, root: roots[size - 1] ?? EMPTY })

/** The ways of transparency-dev/merkle to spoil a proof. */
function spoiled(proof: readonly Uint8Array[], ...roots: readonly Uint8Array[]): readonly (readonly Uint8Array[])[] {
  const flips = proof.map((_, at) => proof.map((hash, place) => (place === at ? flipped(hash) : hash)))
  const ends = [new Uint8Array(), ...roots].flatMap((extra) => [
    [...proof, extra],
    [extra, ...proof],
  ])
  const shorter = proof.length === 0 ? [] : [proof.slice(0, -1), proof.slice(1), []]
  const [first = SOME_HASH, ...rest] = proof
  return [...flips, ...ends, ...shorter, [first, ...proof], [first, SOME_HASH, ...rest]]
}

function flipped(hash: Uint8Array): Uint8Array {
  return Uint8Array.from(hash, (byte, at) => (at === 0 ? byte ^ 8 : byte))
}

describe('the reference tree of eight leaves', () => {
  it('has the known roots', () => {
    roots.forEach((root, at) => {
      expect(Buffer.from(storeTree(hashes.slice(0, at + 1)).root)).toEqual(root)
    })
  })

  it.each(inclusionVectors)('proves leaf $leaf of $size', async ({ leaf, size, proof }) => {
    expect(await inclusionProof(size, leaf, readTile)).toEqual(proof.map((hash) => new Uint8Array(hash)))
    const hash = hashes[leaf] ?? SOME_HASH
    const head = headOf(size)
    expect(isIncluded(head, leaf, hash, proof)).toBe(true)
    for (const other of [leaf - 1, leaf + 1, leaf ^ 2, 2 ** 64, Number.NaN, 0.5]) {
      expect(isIncluded(head, other, hash, proof)).toBe(false)
    }
    for (const other of [size * 2, Math.floor(size / 2), 0, -1, 2 ** 60]) {
      expect(isIncluded({ ...head, size: other }, leaf, hash, proof)).toBe(false)
    }
    for (const other of [Buffer.from('WrongLeaf'), SOME_HASH, new Uint8Array()]) {
      expect(isIncluded(head, leaf, other, proof)).toBe(false)
      expect(isIncluded({ ...head, root: other }, leaf, hash, proof)).toBe(false)
    }
    for (const other of spoiled(proof, head.root, EMPTY)) expect(isIncluded(head, leaf, hash, other)).toBe(false)
  })

  it.each(consistencyVectors)('proves that $old is the beginning of $size', async ({ old, size, proof }) => {
    expect(await consistencyProof(old, size, readTile)).toEqual(proof.map((hash) => new Uint8Array(hash)))
    const [before, head] = [headOf(old), headOf(size)]
    expect(isConsistent(before, head, proof)).toBe(true)
    if (old === size) return
    for (const other of [old - 1, old + 1, old ^ 2].filter((size) => size > 0)) {
      expect(isConsistent({ ...before, size: other }, head, proof)).toBe(false)
    }
    for (const other of [size * 2, Math.floor(size / 2)]) {
      expect(isConsistent(before, { ...head, size: other }, proof)).toBe(false)
    }
    for (const root of [Buffer.from('WrongRoot'), SOME_HASH, EMPTY]) {
      expect(isConsistent({ ...before, root }, head, proof)).toBe(false)
      expect(isConsistent(before, { ...head, root }, proof)).toBe(false)
    }
    expect(isConsistent({ ...before, root: head.root }, { ...head, root: before.root }, proof)).toBe(false)
    for (const other of spoiled(proof, before.root, head.root)) expect(isConsistent(before, head, other)).toBe(false)
  })
})

describe('proofs without a proof', () => {
  const head = (size: number, root: Uint8Array): TreeHead => ({ size, root })

  it('show a single leaf by its root, and nothing of an empty tree', () => {
    expect(isIncluded(head(1, SOME_HASH), 0, SOME_HASH, [])).toBe(true)
    expect(isIncluded(head(1, EMPTY), 0, SOME_HASH, [])).toBe(false)
    for (const [index, size] of [
      [0, 0],
      [1, 0],
      [2, 1],
    ] as const) {
      expect(isIncluded(head(size, SOME_HASH), index, SOME_HASH, [])).toBe(false)
    }
  })

  it('show that a tree continues the empty one and itself, and no other', () => {
    expect(isConsistent(head(0, EMPTY), head(0, EMPTY), [])).toBe(true)
    expect(isConsistent(head(0, EMPTY), head(1, SOME_HASH), [])).toBe(true)
    expect(isConsistent(head(1, SOME_HASH), head(1, SOME_HASH), [])).toBe(true)
    expect(isConsistent(head(0, EMPTY), head(0, SOME_HASH), [])).toBe(false)
    expect(isConsistent(head(1, EMPTY), head(1, SOME_HASH), [])).toBe(false)
    for (const [old, size] of [
      [1, 0],
      [2, 1],
      [1, 2],
    ] as const) {
      expect(isConsistent(head(old, SOME_HASH), head(size, SOME_HASH), [])).toBe(false)
    }
    for (const [old, size] of [
      [0, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      expect(isConsistent(head(old, EMPTY), head(size, EMPTY), [EMPTY])).toBe(false)
    }
  })
})

describe('proofs made from tiles', () => {
  const all = leavesOf(1500)
  const stored = storeTree(all)

  it('are those of RFC 6962, and are accepted', async () => {
    const sizes = fc.integer({ min: 1, max: 1500 })
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), async (size, choice) => {
        const begin = all.slice(0, size)
        const tree = { size, root: naiveRoot(begin) }
        const index = choice % size
        const inclusion = await inclusionProof(size, index, stored.readTile)
        expect(inclusion.map((hash) => Buffer.from(hash))).toEqual(naivePath(index, begin))
        expect(isIncluded(tree, index, all[index] ?? EMPTY, inclusion)).toBe(true)
        expect(isIncluded(tree, (index + 1) % size, all[index] ?? EMPTY, inclusion)).toBe(size === 1)
        const old = 1 + (choice % size)
        const consistency = await consistencyProof(old, size, stored.readTile)
        expect(consistency.map((hash) => Buffer.from(hash))).toEqual(naiveSubproof(old, begin, true))
        expect(isConsistent({ size: old, root: naiveRoot(all.slice(0, old)) }, tree, consistency)).toBe(true)
        if (old < size) expect(isConsistent({ size: old, root: tree.root }, tree, consistency)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  it('are made of the third level too', async () => {
    const leaves = leavesOf(66_000)
    const large = storeTree(leaves)
    for (const index of [0, 65_535, 65_536, 65_999]) {
      const proof = await inclusionProof(66_000, index, large.readTile)
      expect(isIncluded({ size: 66_000, root: large.root }, index, leaves[index] ?? EMPTY, proof)).toBe(true)
    }
    for (const old of [1, 256, 40_000, 65_536, 65_999]) {
      const proof = await consistencyProof(old, 66_000, large.readTile)
      const before = { size: old, root: storeTree(leaves.slice(0, old)).root }
      expect(isConsistent(before, { size: 66_000, root: large.root }, proof)).toBe(true)
    }
  })

  it('need every tile they are made of', async () => {
    await expect(inclusionProof(2000, 0, stored.readTile)).rejects.toMatchObject({ code: 'log.tile' })
    await expect(consistencyProof(1, 2000, stored.readTile)).rejects.toMatchObject({ code: 'log.tile' })
  })

  it('are not asked for what a tree does not hold', async () => {
    await expect(inclusionProof(3, 3, readTile)).rejects.toThrow(TypeError)
    await expect(consistencyProof(4, 3, readTile)).rejects.toThrow(TypeError)
  })

  it('are checked at sizes near the largest that a number holds exactly', () => {
    const old = { size: 2 ** 50 - 1, root: SOME_HASH }
    expect(isConsistent(old, { size: 2 ** 50, root: SOME_HASH }, [SOME_HASH])).toBe(false)
    expect(isIncluded({ size: 2 ** 53 - 1, root: SOME_HASH }, 2 ** 52, SOME_HASH, [SOME_HASH])).toBe(false)
  })
})
