import { Fault } from '@vaxcert/core/fault'
import { type ListKind, listKinds, type Offer, type Root, type Snapshot } from '@vaxcert/core/trust'
import { type ListSource, listName, MANIFEST, maxBytes, rootName } from './layout.ts'
import { sameBytes } from './same-bytes.ts'

/** Roots that are fetched at once. */
const MAX_ROOTS = 1024

/**
 * What a source offers beyond what is held: newer roots, the manifest, and the lists unless the manifest is the one
 * held.
 * @throws Fault `list.shape` without a manifest, and what the source throws
 */
export async function readOffer(source: ListSource, held: Root | Snapshot): Promise<Offer> {
  const manifest = await source.file(MANIFEST, maxBytes.manifest)
  if (manifest === undefined) throw new Fault('list.shape', 'no manifest')
  const [snapshot, root] = 'files' in held ? [held, held.root] : [undefined, held]
  const isHeld = snapshot !== undefined && sameBytes(snapshot.files.manifest, manifest)
  return { roots: await newerRoots(source, root), manifest, lists: isHeld ? {} : await readLists(source) }
}

async function newerRoots(source: ListSource, { number }: Root): Promise<readonly Uint8Array[]> {
  const roots: Uint8Array[] = []
  while (roots.length < MAX_ROOTS) {
    const root = await source.file(rootName(number + roots.length + 1), maxBytes.root)
    if (root === undefined) break
    roots.push(root)
  }
  return roots
}

async function readLists(source: ListSource): Promise<Offer['lists']> {
  const files = await Promise.all(listKinds.map((kind) => source.file(listName(kind), maxBytes.list)))
  const there = listKinds.flatMap((kind, index): [ListKind, Uint8Array][] => {
    const file = files[index]
    return file === undefined ? [] : [[kind, file]]
  })
  return Object.fromEntries(there)
}
