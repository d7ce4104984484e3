import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'

/** Opening waits for nobody: neither for the other end of a pipe nor for a device to have something to say. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)
const CHUNK_BYTES = 1 << 20

/**
 * The bytes of a regular file; undefined when there are more than `maxBytes`, whatever size the file says it has.
 * @throws Error with the system's `code`; `EINVAL` for what is no regular file
 */
export function readRegularFile(path: string, maxBytes: number): Buffer | undefined {
  const file = openSync(path, READ)
  try {
    if (!fstatSync(file).isFile()) throw Object.assign(new Error('no regular file'), { code: 'EINVAL' })
    return readUpTo(file, maxBytes)
  } finally {
    closeSync(file)
  }
}

function readUpTo(file: number, maxBytes: number): Buffer | undefined {
  const parts: Buffer[] = []
  let size = 0
  for (;;) {
    const part = Buffer.allocUnsafe(CHUNK_BYTES)
    const count = readSync(file, part)
    if (count === 0) return Buffer.concat(parts)
    size += count
    if (size > maxBytes) return undefined
    parts.push(part.subarray(0, count))
  }
}

/** The system's word for why a file or folder cannot be read, "EACCES". */
export function readingProblem(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined) throw error
  return code
}
