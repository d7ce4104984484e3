import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Database } from '@vaxcert/records/database'
import { type LedgerOptions, withLedger } from '../batch/ledger-options.ts'
import { usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { printable } from '../terminal.ts'

/**
 * Does something with a ledger that is there: a mistyped folder is no empty ledger.
 * @throws CommanderError with exit code 2 when it is not
 */
export function withExistingLedger<T>(
  options: LedgerOptions,
  io: Io,
  act: (ledger: Database) => Promise<T>,
): Promise<T> {
  if (options.database === undefined) requireFolder(resolve(io.cwd, options.ledger), options.ledger)
  return withLedger(options, io, act)
}

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
