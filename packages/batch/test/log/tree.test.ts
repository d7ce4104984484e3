import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appendLeaves, emptyTree, levelCount, tileWidth, treeFromTiles, treeRoot } from '../../src/log/index.ts'
import { naiveRoot } from './naive-tree.ts'
import { leavesOf, storeTree } from './stored-tree.ts'

const many = leavesOf(1100)

describe('a tree over tiles', () => {
  it('has the root of RFC 6962 at every size from none to past two full tiles', () => {
    let tree = emptyTree
    for (let size = 0; size <= 600; size += 1) {
      expect(Buffer.from(treeRoot(tree))).toEqual(naiveRoot(many.slice(0, size)))
      tree = appendLeaves(tree, many.slice(size, size + 1)).tree
    }
  })

  it('has a third level from 65,536 leaves on', async () => {
    const leaves = leavesOf(70_000)
    const stored = storeTree(leaves, [65_535, 1, 4464])
    const widths = [...stored.tiles].map(([name, hashes]) => `${name}:${hashes.length / 32}`)
    expect(widths).toHaveLength(273 + 1 + 2 + 1) // the example of tlog-tiles §Partial Tiles
    for (const tile of ['0/273:112', '1/0:256', '1/1:17', '2/0:1']) expect(widths).toContain(tile)
    expect(Buffer.from(stored.root)).toEqual(naiveRoot(leaves))
    expect(await treeFromTiles(70_000, stored.readTile)).toEqual(stored.tree)
  })

  it('does not depend on how many leaves came at a time, and is taken up again from its tiles', async () => {
    const steps = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(steps, async (sizes) => {
        const size = Math.min(
          1100,
          sizes.reduce((sum, step) => sum + step, 0),
        )
        const atOnce = storeTree(many.slice(0, size))
        const inSteps = storeTree(many.slice(0, size), sizes)
        expect(inSteps.tree).toEqual(atOnce.tree)
        expect(inSteps.tiles).toEqual(atOnce.tiles)
        expect(Buffer.from(inSteps.root)).toEqual(naiveRoot(many.slice(0, size)))
        expect(await treeFromTiles(size, atOnce.readTile)).toEqual(atOnce.tree)
      }),
      { numRuns: 40 },
    )
  })

  it('is read at an older size from the tiles of today', async () => {
    const { readTile } = storeTree(many)
    for (const size of [0, 1, 255, 256, 257, 511, 512, 1023, 1100]) {
      expect(Buffer.from(treeRoot(await treeFromTiles(size, readTile)))).toEqual(naiveRoot(many.slice(0, size)))
    }
  })

  it('refuses tiles that are missing or too short', async () => {
    const { readTile } = storeTree(many.slice(0, 300))
    await expect(treeFromTiles(400, readTile)).rejects.toMatchObject({ code: 'log.tile' })
    await expect(treeFromTiles(66_000, readTile)).rejects.toMatchObject({ code: 'log.tile' })
  })

  it('takes hashes of 32 bytes as leaves and nothing else', () => {
    expect(() => appendLeaves(emptyTree, [new Uint8Array(31)])).toThrow(TypeError)
  })

  it('knows how wide each tile is', () => {
    expect([0, 1, 256, 257, 65_536].map(levelCount)).toEqual([0, 1, 2, 2, 3])
    expect([0, 272, 273, 274].map((at) => tileWidth(70_000, 0, at))).toEqual([256, 256, 112, 0])
    expect(tileWidth(70_000, 3, 0)).toBe(0)
  })
})
