import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { printable } from '../terminal.ts'

/** Stands for standard input where a command takes a file. */
export const STDIN = '-'

/**
 * Standard input, for a command that was given no file.
 * @throws CommanderError with exit code 2 on a terminal, where it would seem to hang
 */
export function pipedIn(io: Io): typeof STDIN {
  if (io.stdin.isTTY === true) throw usageError('Give a file, or pipe something in. For help: --help')
  return STDIN
}

/** Bytes as they come. */
export type Chunks = AsyncIterable<Uint8Array>

const CHUNK_BYTES = 64 * 1024

/**
 * The bytes of a file, or of standard input for `-`, piece by piece.
 * @throws CommanderError with exit code 2 when it cannot be read
 */
export async function* readChunks(path: string, io: Io): AsyncGenerator<Uint8Array> {
  if (path === STDIN) return yield* io.stdin
  try {
    const file = await open(resolve(io.cwd, path))
    yield* file.createReadStream({ highWaterMark: CHUNK_BYTES }) as Chunks
  } catch (error) {
    throw unreadable(path, error)
  }
}

/**
 * A whole file, or standard input.
 * @throws CommanderError with exit code 2 when it cannot be read or is larger than `maxBytes`
 */
export async function readWhole(path: string, io: Io, maxBytes: number): Promise<Uint8Array> {
  return collect(path, readChunks(path, io), maxBytes)
}

/** @throws CommanderError with exit code 2 when there are more than `maxBytes` */
export async function collect(path: string, chunks: Chunks, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of chunks) {
    size += part.length
    if (size > maxBytes) throw usageError(`${printable(path)} is larger than ${maxBytes >> 20} MiB.`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
}

function unreadable(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined) return error
  return usageError(`Cannot read ${printable(path)}: ${reasons[code] ?? code}.`)
}
