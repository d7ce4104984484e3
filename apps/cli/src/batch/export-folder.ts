import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { usageError } from '../exit.ts'
import { makePrivateFolder } from '../make-folder.ts'
import { PART } from '../paper/part-file.ts'
import { lockFolder } from '../records/folder-lock.ts'
import { disk } from '../snapshot/disk.ts'
import { replaceFile } from '../snapshot/replace-file.ts'
import { printable } from '../terminal.ts'

export type ExportForm = 'ndjson' | 'png' | 'svg' | 'pdf'

/** What a folder of certificates holds: written down when it is made, and asked when more shall come in. */
export interface ExportHead {
  readonly batch: number
  /** Digest of the batch's manifest: another ledger has other batches of the same number. */
  readonly digest: string
  readonly form: ExportForm
  readonly by: 'chunk' | 'facility'
}

/** A folder to which certificates are written, in pieces that have their names only when they are whole. */
export interface ExportFolder {
  /** Whether a piece is there, whole. */
  has(name: string): boolean
  /** Where a piece is written till it is whole: nothing is there. */
  part(name: string): string
  /** Gives it its name. */
  finish(name: string): void
  close(): void
}

/** Describes the folder. */
export const HEAD = 'export.json'

/**
 * Makes a folder that its owner alone may look into, or takes the one of an earlier run for the same; what that did not
 * finish is removed.
 * @throws CommanderError with exit code 2 where it is for something else, or another run is at work in it
 */
export function openExportFolder(path: string, head: ExportHead): ExportFolder {
  makePrivateFolder(path)
  const lock = lockFolder(path)
  try {
    claim(path, head)
    for (const name of readdirSync(path)) {
      if (name.endsWith(PART)) rmSync(join(path, name), { recursive: true })
    }
  } catch (error) {
    lock.release()
    throw error
  }
  return {
    has: (name) => existsSync(join(path, name)),
    part: (name) => join(path, `${name}${PART}`),
    finish(name) {
      renameSync(join(path, `${name}${PART}`), join(path, name))
      disk.flushFolder(path)
    },
    close: lock.release,
  }
}

function claim(path: string, head: ExportHead): void {
  const text = `${JSON.stringify(head)}\n`
  const file = join(path, HEAD)
  if (!existsSync(file)) {
    if (readdirSync(path).some((name) => !name.startsWith('unfinished.') && !name.startsWith(`${HEAD}.`)))
      throw usageError(`${printable(path)} holds something else. Choose another folder with --out.`)
    replaceFile(file, Buffer.from(text), disk)
  } else if (readFileSync(file, 'utf8') !== text)
    throw usageError(`${printable(path)} holds another export. Choose another folder with --out.`)
}

/**
 * What a folder of certificates says that it holds.
 * @throws CommanderError with exit code 2 where it is none
 */
export function readHead(path: string): ExportHead {
  try {
    const { batch, digest, form, by } = JSON.parse(readFileSync(join(path, HEAD), 'utf8')) as ExportHead
    if (Number.isSafeInteger(batch) && typeof digest === 'string') return { batch, digest, form, by }
  } catch {
    // What it is not, is told below.
  }
  throw usageError(`${printable(path)} is no folder that vaxcert batch export has written.`)
}
