import { usageError } from '../exit.ts'
import { readWhole } from '../inputs/files.ts'
import type { Io } from '../io.ts'
import { printable } from '../terminal.ts'

const MAX_BYTES = 64 * 2 ** 20

/** @throws CommanderError with exit code 2 for what is no JSON */
export async function readJson(path: string, io: Io): Promise<unknown> {
  const text = await readText(path, io)
  try {
    return JSON.parse(text)
  } catch {
    throw usageError(`${printable(path)} is not JSON.`)
  }
}

export async function readText(path: string, io: Io): Promise<string> {
  return Buffer.from(await readWhole(path, io, MAX_BYTES)).toString('utf8')
}
