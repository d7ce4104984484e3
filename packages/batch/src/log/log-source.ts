import { lstat, open, opendir } from 'node:fs/promises'
import { join } from 'node:path'
import { CHECKPOINT_PATH, tilePath } from './log-path.ts'
import { type ReadTile, tileWidth } from './tile.ts'

/** Where the files of a log come from. Nothing of it is to be believed. */
export interface LogSource {
  /** A file by its path; undefined where there is none, or it is no file, or larger than any file of a log. */
  read(path: string): Promise<Uint8Array | undefined>
  /** Path of everything that is there, folders excepted, in any order. */
  paths(): AsyncIterable<string>
}

/** The largest: a checkpoint with many signatures. */
const MAX_FILE_BYTES = 65_536

/** A log in a folder. A log that cannot be read for a reason of the system ends with that error. */
export function folderSource(folder: string): LogSource {
  return { read: (path) => readRegular(join(folder, path)), paths: () => walk(folder, '') }
}

async function readRegular(path: string): Promise<Uint8Array | undefined> {
  try {
    return (await lstat(path)).isFile() ? await readAtMost(path) : undefined
  } catch (error) {
    if (isAbsence(error)) return undefined
    throw error
  }
}

/** A file may grow while it is read. */
async function readAtMost(path: string): Promise<Uint8Array | undefined> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(MAX_FILE_BYTES + 1), 0, MAX_FILE_BYTES + 1, 0)
    return bytesRead > MAX_FILE_BYTES ? undefined : buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function isAbsence(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')
}

async function* walk(folder: string, below: string): AsyncGenerator<string> {
  for await (const entry of await opendir(join(folder, below))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) yield* walk(folder, path)
    else yield path
  }
}

/** The tiles of a log of so many entries. */
export function tilesOf(source: LogSource, size: number): ReadTile {
  return (level, at) => source.read(tilePath(level, at, tileWidth(size, level, at)))
}

/** The checkpoint's file. */
export function checkpointOf(source: LogSource): Promise<Uint8Array | undefined> {
  return source.read(CHECKPOINT_PATH)
}
