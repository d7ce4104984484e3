import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Fault } from '@vaxcert/core'
import type { RevocationIndex } from '@vaxcert/core/trust'
import type { Disk } from './disk.ts'
import { type FolderChunks, folderChunks } from './folder-chunks.ts'
import { CHUNKS } from './layout.ts'
import type { OurNames } from './remove-others.ts'
import { replaceFile } from './replace-file.ts'

/** What pieces are called in a folder, and what a write left behind that was stopped. */
export const ourPieces: OurNames = /^[0-9a-f]{64}(?:\.next-\d+)?$/

/** Names of the chunks that a revocation list is looked up in. */
export function chunkNames({ signers }: RevocationIndex): readonly string[] {
  const lists = [...signers.values()].flatMap((signer) => signer.lists)
  return [...new Set(lists.flatMap(({ chunks }) => chunks.flatMap((chunk) => chunk?.sha256 ?? [])))]
}

/** The same, and the steps from edition to edition, for devices that do not fetch all chunks anew. */
export function pieceNames(index: RevocationIndex): readonly string[] {
  return [...new Set([...chunkNames(index), ...index.deltas.map(({ sha256 }) => sha256)])]
}

/**
 * Fetches pieces from the first source that has the right bytes.
 * @throws Fault with `code` when none has
 */
export function fetchPieces(
  names: readonly string[],
  sources: readonly FolderChunks[],
  code: string,
): ReadonlyMap<string, Uint8Array> {
  return new Map(names.map((name) => [name, fetchPiece(name, sources, code)]))
}

/** Puts pieces into a folder; those that lie there already are left alone. */
export function writePieces(folder: string, pieces: ReadonlyMap<string, Uint8Array>, disk: Disk): void {
  const held = folderChunks(folder)
  disk.makeFolder(join(folder, CHUNKS))
  for (const [name, piece] of pieces) {
    const lying = held.chunk(name)
    if (lying === undefined || Buffer.compare(lying, piece) !== 0) replaceFile(join(folder, CHUNKS, name), piece, disk)
  }
}

function fetchPiece(name: string, sources: readonly FolderChunks[], code: string): Uint8Array {
  for (const source of sources) {
    const piece = source.chunk(name)
    if (piece !== undefined && createHash('sha256').update(piece).digest('hex') === name) return piece
  }
  throw new Fault(code, 'a piece of the revocation list')
}
