import { join } from 'node:path'
import { listKinds } from '@vaxcert/core/trust'
import type { Disk } from './disk.ts'
import { isListFile, type ListFiles, listName, MANIFEST, ROOTS, rootName } from './layout.ts'
import { namesIn } from './read-file.ts'
import { writePieces } from './revocation-pieces.ts'

/** What goes into a published folder, which a static web host serves or a USB stick carries. */
export interface Publication extends ListFiles {
  /** Pieces of the revocation list by the hex of their SHA-256. */
  readonly chunks: ReadonlyMap<string, Uint8Array>
}

/** What stands behind the name of a file that is not yet in its place. */
const NEXT = '.next'
/** Lies there from when all of them are written until all are in their places. */
const COMPLETE = `complete${NEXT}`

/**
 * Writes a publication over the one before. All files are first written beside their places; then they take
 * them, the manifest last. Whoever reads in between finds lists that do not belong together, and keeps what he holds.
 */
export function writePublication(folder: string, publication: Publication, disk: Disk): void {
  disk.makeFolder(join(folder, ROOTS))
  settle(folder, disk)
  writePieces(folder, publication.chunks, disk)
  for (const [name, file] of inOrder(publication)) disk.write(join(folder, name + NEXT), file)
  disk.flushFolder(join(folder, ROOTS))
  disk.write(join(folder, COMPLETE), new Uint8Array())
  disk.flushFolder(folder)
  settle(folder, disk)
}

/**
 * Brings a publication to its end that was stopped on the way: if all of it was written, to the new one, else back to
 * the one before.
 */
export function settle(folder: string, disk: Disk): void {
  const isComplete = namesIn(folder).includes(COMPLETE)
  for (const name of namesWaiting(folder)) {
    const path = join(folder, name)
    if (isComplete) disk.rename(path + NEXT, path)
    else disk.remove(path + NEXT)
  }
  if (!isComplete) return
  disk.flushFolder(join(folder, ROOTS))
  disk.flushFolder(folder)
  disk.remove(join(folder, COMPLETE))
}

/** The manifest last. What else may end like that is somebody's. */
function namesWaiting(folder: string): readonly string[] {
  const roots = namesIn(join(folder, ROOTS)).map((name) => `${ROOTS}/${name}`)
  const waiting = [...roots, ...namesIn(folder)].filter((name) => name.endsWith(NEXT))
  const names = waiting.map((name) => name.slice(0, -NEXT.length)).filter(isListFile)
  return names.toSorted((a, b) => rank(a) - rank(b))
}

function rank(name: string): number {
  return name === MANIFEST ? 1 : 0
}

function inOrder({ roots, lists, manifest }: Publication): readonly (readonly [string, Uint8Array])[] {
  const files = listKinds.flatMap((kind) => {
    const file = lists[kind]
    return file === undefined ? [] : [[listName(kind), file] as const]
  })
  const last = manifest === undefined ? [] : [[MANIFEST, manifest] as const]
  return [...roots.map((root, index) => [rootName(index + 1), root] as const), ...files, ...last]
}
