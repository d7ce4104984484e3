import { join } from 'node:path'
import type { Disk } from './disk.ts'
import { namesIn } from './read-file.ts'

/** Removes everything in a folder but these names. */
export function removeOthers(folder: string, keep: readonly string[], disk: Disk): void {
  const kept = new Set(keep)
  for (const name of namesIn(folder)) if (!kept.has(name)) disk.remove(join(folder, name))
}
