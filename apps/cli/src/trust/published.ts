import { Fault } from '@vaxcert/core'
import { pinRoot, type Root, restore, type Snapshot, type SnapshotFiles } from '@vaxcert/core/trust'
import { type ListFiles, listsOf, readListFiles } from '../snapshot/layout.ts'

/** What our own reader makes of a published folder, its first root taken at its word. */
export interface Published {
  readonly files: ListFiles
  readonly first: Root
  /** Absent while only the first root is published. */
  readonly snapshot?: Snapshot
}

/**
 * Reads a published folder; undefined when there is nothing in it.
 * @throws Fault `ListCode`
 */
export async function readPublished(folder: string): Promise<Published | undefined> {
  const files = readListFiles(folder)
  const [root] = files.roots
  if (root === undefined) return undefined
  const first = await pinRoot(root)
  const whole = wholeFiles(files)
  return whole === undefined ? { files, first } : { files, first, snapshot: await restore(first, whole, 0) }
}

/**
 * The files as those of a snapshot; undefined where there are only roots.
 * @throws Fault `list.mixed` when a list is missing beside a manifest
 */
function wholeFiles({ roots, manifest, lists }: ListFiles): SnapshotFiles | undefined {
  if (manifest === undefined) return undefined
  const all = listsOf(lists)
  if (all === undefined) throw new Fault('list.mixed', 'a list is missing')
  return { roots, manifest, lists: all }
}
