import { dirname } from 'node:path'
import type { Disk } from './disk.ts'

/** Puts a file in the place of another, so that at every moment the old one or the new one is there, and whole. */
export function replaceFile(path: string, bytes: Uint8Array, disk: Disk): void {
  const next = `${path}.next-${process.pid}`
  disk.write(next, bytes)
  disk.rename(next, path)
  disk.flushFolder(dirname(path))
}
