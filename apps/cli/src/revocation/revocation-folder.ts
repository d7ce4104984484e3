import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '@vaxcert/core'
import { type PublishedRevocation, type RevocationFiles, readDraft } from '@vaxcert/core/trust/publish'
import { usageError } from '../exit.ts'
import type { Disk } from '../snapshot/disk.ts'
import { folderChunks } from '../snapshot/folder-chunks.ts'
import { listName } from '../snapshot/layout.ts'
import { readFileOf } from '../snapshot/read-file.ts'
import { replaceFile } from '../snapshot/replace-file.ts'
import { writePieces } from '../snapshot/revocation-pieces.ts'
import { printable } from '../terminal.ts'

/** The body of a revocation list, not signed yet. The pieces that it names lie in `chunks` beside it. */
const REVOCATION_INDEX = 'revocation.index'

const MAX_BYTES = 64 * 2 ** 20

/**
 * Writes an edition into a folder that holds none: the index last, so that whoever finds it finds all of it.
 * @throws CommanderError with exit code 2 when the folder holds an edition
 */
export function writeRevocationFolder(folder: string, { body, files }: RevocationFiles, disk: Disk): void {
  if (existsSync(join(folder, REVOCATION_INDEX)))
    throw usageError('The folder holds an edition. Choose another one with --out.')
  disk.makeFolder(folder)
  writePieces(folder, files, disk)
  replaceFile(join(folder, REVOCATION_INDEX), body, disk)
}

/**
 * The edition in a folder: one that `revoke publish` wrote, or one of signed lists.
 * @throws CommanderError with exit code 2 when it holds none
 */
export function readRevocationFolder(folder: string): PublishedRevocation {
  const body = readFileOf(folder, REVOCATION_INDEX, MAX_BYTES) ?? signedBody(folder)
  if (body === undefined) throw usageError(`${printable(folder)} holds no edition of a revocation list.`)
  return { body, file: folderChunks(folder).chunk }
}

function signedBody(folder: string): Uint8Array | undefined {
  const list = readFileOf(folder, listName('revocation'), MAX_BYTES)
  try {
    return list && readDraft(list).body
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  }
}
