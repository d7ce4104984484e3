import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '@vaxcert/core'
import { usageError } from '../exit.ts'
import { printable } from '../terminal.ts'
import { readingProblem, readRegularFile } from '../vectors/regular-file.ts'

/**
 * A file of a folder that may come from anywhere; undefined where there is none of that name.
 * @throws Fault `list.too-large`
 * @throws CommanderError with exit code 2 when it is there and cannot be read
 */
export function readFileOf(folder: string, name: string, maxBytes: number): Uint8Array | undefined {
  const path = join(folder, name)
  const bytes = unlessMissing(path, () => readRegularFile(path, maxBytes) ?? 'too large')
  if (bytes === 'too large') throw new Fault('list.too-large', 'a file of the folder')
  return bytes
}

/** The names in a folder; none where there is no such folder. */
export function namesIn(path: string): readonly string[] {
  return unlessMissing(path, () => readdirSync(path)) ?? []
}

function unlessMissing<T>(path: string, read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    const problem = readingProblem(error)
    if (problem === 'ENOENT') return undefined
    throw usageError(`Cannot read ${printable(path)} (${problem}).`)
  }
}
