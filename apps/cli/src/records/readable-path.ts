import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { printable } from '../terminal.ts'

/**
 * The whole path of a file or folder that is there. What is read here is read more than once, which a pipe cannot be.
 * @throws CommanderError with exit code 2
 */
export function readablePath(path: string, io: Pick<Io, 'cwd'>): string {
  const whole = resolve(io.cwd, path)
  if (!existsSync(whole)) throw usageError(`${printable(path)} is not there.`)
  const found = statSync(whole)
  if (!found.isFile() && !found.isDirectory())
    throw usageError(`${printable(path)} is a pipe or a device, and has to be read more than once: save it as a file.`)
  return whole
}
