import { Fault } from '@vaxcert/core'
import { usageError } from '../exit.ts'
import { readWhole } from '../inputs/files.ts'
import type { Io } from '../io.ts'
import { printable } from '../terminal.ts'
import { type DoseFile, type DoseFormat, readDoseFile } from './dose-file.ts'

/** A file of dose records is held in memory as a whole, about a million rows in a gigabyte; larger ones are split by person. */
const MAX_BYTES = 128 * 2 ** 20

/**
 * Reads a file of dose records, or standard input for `-`. Its format is the one named, or the one of its
 * ending, or else the one its first character tells.
 * @throws CommanderError with exit code 2 when it cannot be read or has no usable header
 */
export async function readDoses(path: string, format: DoseFormat | undefined, io: Io): Promise<DoseFile> {
  const bytes = await readWhole(path, io, MAX_BYTES)
  try {
    return readDoseFile(bytes, format ?? formatOfEnding(path))
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    throw usageError(`${printable(path)} holds no dose records: ${error.message}.`)
  }
}

function formatOfEnding(path: string): DoseFormat | undefined {
  if (/\.csv$/i.test(path)) return 'csv'
  return /\.(?:ndjson|jsonl)$/i.test(path) ? 'ndjson' : undefined
}
