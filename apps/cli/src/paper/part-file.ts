import { type FileHandle, open, rename } from 'node:fs/promises'

/** Ending of a file that is not whole yet. */
export const PART = '.part'

/** A file that only its owner may read, and that has its name only when it is whole. */
export interface PartFile {
  append(bytes: Uint8Array): Promise<void>
  /** Gives it its name. */
  finish(): Promise<void>
}

/** @throws the system's error when something of that name is being written already */
export async function openPartFile(path: string): Promise<PartFile> {
  const file: FileHandle = await open(`${path}${PART}`, 'wx', 0o600)
  return {
    append: (bytes) => file.appendFile(bytes),
    async finish() {
      await file.sync()
      await file.close()
      await rename(`${path}${PART}`, path)
    },
  }
}
