import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { usageError } from './exit.ts'
import { printable } from './terminal.ts'

/** Makes a folder for what is about people: of those it makes, their owner alone may look in. */
export function makePrivateFolder(path: string): void {
  makeFolder(path, 0o700)
}

/**
 * Makes a folder, and those above it, where they are not there yet. Each is tried once: Node's own `recursive` never
 * comes to an end where a file system, like /proc, takes no folders.
 * @throws CommanderError with exit code 2 when that cannot be done
 */
export function makeFolder(path: string, mode = 0o777): void {
  const missing: string[] = []
  for (let at = resolve(path); !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.push(at)
  try {
    for (const folder of missing.toReversed()) mkdirSync(folder, { mode })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw usageError(`Cannot make the folder ${printable(path)} (${code}). Choose another one with --out.`)
  }
}
