import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Database } from '@vaxcert/records/database'
import { type LedgerOptions, requireLedger, withLedger } from '../batch/ledger-options.ts'
import { usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { printable } from '../terminal.ts'

/**
 * Does something with a ledger that is there: a mistyped folder, or another database, is no empty ledger.
 * @throws CommanderError with exit code 2 when it is not
 */
export async function withExistingLedger<T>(
  options: LedgerOptions,
  io: Io,
  act: (ledger: Database) => Promise<T>,
): Promise<T> {
  if (options.database !== undefined) await requireLedger(options.database)
  else if (!existsSync(join(requireFolder(resolve(io.cwd, options.ledger), options.ledger), 'database')))
    throw usageError(`${printable(options.ledger)} holds no ledger yet: vaxcert batch plan makes it.`)
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
