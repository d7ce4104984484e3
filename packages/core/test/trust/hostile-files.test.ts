import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { advance, restore } from '../../src/trust/advance.ts'
import { type ListKind, listKinds } from '../../src/trust/list-kind.ts'
import { plannedRoot } from '../../src/trust/publish/planned-root.ts'
import type { Root } from '../../src/trust/root.ts'
import { pinRoot, walkRoots } from '../../src/trust/root-chain.ts'
import { openList } from '../../src/trust/signed-list.ts'
import type { SnapshotFiles } from '../../src/trust/snapshot.ts'
import type { FileKind } from '../../src/trust/statement.ts'
import { asyncCodeOf } from '../faults.ts'
import { contents, day, firstRoot, heldUnder, nextRootFile, offerOf } from './list-world.ts'

let pinned: Root
let files: SnapshotFiles

beforeAll(async () => {
  pinned = await firstRoot()
  const next = plannedRoot(await nextRootFile(pinned))
  const held = await heldUnder(pinned)
  const denied = [{ kid: new Uint8Array(8), reason: 'compromised' }]
  const offer = await offerOf({
    root: next,
    previous: held,
    roots: [next.file],
    contents: { ...contents, denied },
    on: 2,
  })
  files = (await advance(held, offer, day(2))).files
})

type Change = (bytes: Uint8Array) => Uint8Array

/** The files with one of them changed: 0 and 1 are the roots, 2 the manifest, the others lists. */
function changed(at: number, change: Change): SnapshotFiles {
  const of = (index: number, bytes: Uint8Array): Uint8Array => (index === at ? change(bytes) : bytes)
  const lists = listKinds.map((kind, index) => [kind, of(3 + index, files.lists[kind])])
  return {
    roots: files.roots.map((file, index) => of(index, file)),
    manifest: of(2, files.manifest),
    lists: Object.fromEntries(lists) as Record<ListKind, Uint8Array>,
  }
}

function fileAt(at: number): Uint8Array {
  return [...files.roots, files.manifest, ...listKinds.map((kind) => files.lists[kind])][at] as Uint8Array
}

/** This file alone, under the root that goes with it. */
async function judged(at: number, file: Uint8Array): Promise<unknown> {
  if (at === 0) return pinRoot(file)
  if (at === 1) return walkRoots({ root: pinned, files: [pinned.file] }, [file])
  return openList(file, (['manifest', ...listKinds] as const)[at - 2] as FileKind, pinned.roles.lists)
}

/** Both doors must refuse, with a code of lists. */
async function expectRefused(hostile: SnapshotFiles): Promise<void> {
  expect(await asyncCodeOf(advance(pinned, hostile, day(2)))).toMatch(/^list\./)
  expect(await asyncCodeOf(restore(pinned, hostile, 0))).toMatch(/^list\./)
}

const places = ['root 1', 'root 2', 'manifest', ...listKinds].map((name, at) => [name, at] as const)

describe.each(places)('%s', (_, at) => {
  it('with one bit flipped is refused, whichever byte it is in', async () => {
    const file = fileAt(at)
    for (let index = 0; index < file.length; index += 1) {
      const hostile = file.map((byte, here) => (here === index ? byte ^ (1 << (index % 8)) : byte))
      expect(await asyncCodeOf(judged(at, hostile)), `byte ${index}`).toMatch(/^list\./)
    }
  })

  it('with any bit flipped is refused', async () => {
    const place = fc.tuple(fc.nat(fileAt(at).length - 1), fc.nat(7))
    await fc.assert(
      fc.asyncProperty(place, ([index, bit]) =>
        expectRefused(changed(at, (bytes) => bytes.map((byte, here) => (here === index ? byte ^ (1 << bit) : byte)))),
      ),
      { numRuns: 25 },
    )
  })

  it('cut short anywhere is refused', async () => {
    const file = fileAt(at)
    for (let length = 0; length < file.length; length += 1) {
      expect(await asyncCodeOf(judged(at, file.subarray(0, length))), `${length} bytes`).toBe('list.shape')
    }
    await expectRefused(changed(at, (bytes) => bytes.subarray(0, -1)))
  })

  it('of other bytes is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), (garbage) => expectRefused(changed(at, () => garbage))),
      { numRuns: 25 },
    )
  })

  it('with bytes put in or taken out is refused', async () => {
    const splice = fc.tuple(fc.nat(fileAt(at).length - 1), fc.nat(3), fc.uint8Array({ minLength: 1, maxLength: 3 }))
    const spliced =
      ([start, gone, put]: readonly [number, number, Uint8Array]): Change =>
      (bytes) =>
        Uint8Array.of(...bytes.subarray(0, start), ...put, ...bytes.subarray(start + gone))
    const isOther = (bytes: Uint8Array): boolean => bytes.join() !== fileAt(at).join()
    await fc.assert(
      fc.asyncProperty(splice, async (plan) => {
        fc.pre(isOther(spliced(plan)(fileAt(at))))
        await expectRefused(changed(at, spliced(plan)))
      }),
      { numRuns: 25 },
    )
  })
})

it('The files themselves are believed', async () => {
  expect((await advance(pinned, files, day(2))).manifest.number).toBe(2)
})
