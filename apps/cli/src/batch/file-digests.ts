import { createHash } from 'node:crypto'
import { readChunks } from '../inputs/files.ts'
import type { Io } from '../io.ts'

/** SHA-256 in hex of each file that is there, by what it is. */
export async function fileDigests(
  files: Readonly<Record<string, string | undefined>>,
  io: Io,
): Promise<Readonly<Record<string, string>>> {
  const digests: Record<string, string> = {}
  for (const [name, path] of Object.entries(files)) {
    if (path === undefined) continue
    const hash = createHash('sha256')
    for await (const chunk of readChunks(path, io)) hash.update(chunk)
    digests[name] = hash.digest('hex')
  }
  return digests
}
