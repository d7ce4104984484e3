import { join } from 'node:path'
import type { Disk } from './disk.ts'
import { namesIn } from './read-file.ts'

/** Names of what this program writes into a folder; all else there is somebody's. */
export type OurNames = RegExp

/** Removes what is ours in a folder, but for these names. */
export function removeOthers(folder: string, ours: OurNames, keep: readonly string[], disk: Disk): void {
  const kept = new Set(keep)
  for (const name of namesIn(folder)) if (ours.test(name) && !kept.has(name)) disk.remove(join(folder, name))
}
