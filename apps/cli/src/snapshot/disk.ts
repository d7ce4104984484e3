import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { makeFolder } from '../make-folder.ts'

/** The few steps by which a folder is changed, so that a test can end the process at each of them. */
export interface Disk {
  /** And those above it. One that is there already does no harm. */
  makeFolder(path: string): void
  /** A whole file, down to the device: it survives a loss of power once this returns. Replaces what was there. */
  write(path: string, bytes: Uint8Array): void
  /** In one step: whoever looks sees the one or the other, and `to` keeps its content when the power goes. */
  rename(from: string, to: string): void
  /** Makes the names in a folder survive a loss of power. */
  flushFolder(path: string): void
  /** A file, or a folder with all that is in it. One that is not there does no harm. */
  remove(path: string): void
}

/** The disk of this machine. */
export const disk: Disk = {
  makeFolder,
  write: (path, bytes) => flushed(path, 'w', (file) => writeFileSync(file, bytes)),
  rename: renameSync,
  flushFolder,
  remove: (path) => rmSync(path, { recursive: true, force: true }),
}

function flushed(path: string, flags: string, use: (file: number) => void): void {
  const file = openSync(path, flags)
  try {
    use(file)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Some systems cannot open a folder, some file systems cannot flush one: there a name is as safe as they make it. */
function flushFolder(path: string): void {
  try {
    flushed(path, 'r', () => {})
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP'].includes(code)) throw error
  }
}
