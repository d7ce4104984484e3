import { join } from 'node:path'
import { CHUNKS } from './layout.ts'
import { readFileOf } from './read-file.ts'

/** Largest piece of a revocation list that is read: a step between two editions may hold many chunks. */
const MAX_PIECE_BYTES = 64 * 2 ** 20

/** Gives the pieces of a revocation list by the lower-case hex of their SHA-256, from `chunks/` of a folder. */
export interface FolderChunks {
  /** Undefined when it is not there. Whether it is the right one is for its reader to check, once for an array. */
  chunk(sha256: string): Uint8Array | undefined
}

/** The pieces that lie in a published or held folder; each is read once. */
export function folderChunks(folder: string): FolderChunks {
  const pieces = join(folder, CHUNKS)
  const known = new Map<string, Uint8Array>()
  return {
    chunk(sha256) {
      const piece = known.get(sha256) ?? (isHash(sha256) ? readFileOf(pieces, sha256, MAX_PIECE_BYTES) : undefined)
      if (piece !== undefined) known.set(sha256, piece)
      return piece
    },
  }
}

/** No other text may become part of a path. */
function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}
