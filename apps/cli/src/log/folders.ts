import { statSync } from 'node:fs'
import { usageError } from '../exit.ts'
import { printable } from '../terminal.ts'

/**
 * A folder that is there.
 * @throws CommanderError with exit code 2
 */
export function requireFolder(path: string, given: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw usageError(`${printable(given)} is not a folder.`)
  }
  return path
}
