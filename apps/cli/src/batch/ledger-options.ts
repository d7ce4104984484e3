import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { inLedger, migrate } from '@vaxcert/batch'
import { type Database, openEmbedded, openServer } from '@vaxcert/records/database'
import { type Command, Option } from 'commander'
import { addDatabase } from '../database-option.ts'
import { usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { requireFolder } from '../log/folders.ts'
import { makePrivateFolder } from '../make-folder.ts'
import { type FolderLock, lockFolder } from '../records/folder-lock.ts'
import { printable } from '../terminal.ts'

/** Which ledger is meant. */
export interface LedgerOptions {
  readonly ledger: string
  /** A PostgreSQL server, in place of the folder. */
  readonly database?: string
}

/** For whoever works with the ledger of a server in several sessions. */
export type OpenLedger = () => Promise<Database>

export function addLedger(command: Command): Command {
  command.addOption(new Option('--ledger <dir>', 'folder of the ledger, in an embedded database').default('ledger'))
  return addDatabase(command, 'the ledger in a PostgreSQL server, in place of a folder')
}

/**
 * Opens the ledger, and makes it where there is none: of the folder its owner alone may read anything, and one process at
 * a time works in it. Close it, or the process does not end.
 * @throws CommanderError with exit code 2 where another process works in the folder; Fault `database.*`, `ledger.*`
 */
export function openLedger(options: LedgerOptions, io: Io): Promise<Database> {
  return openChecked(options, io, async () => {})
}

/** `check` looks at the database before anything is made in it. */
async function openChecked(
  { ledger, database: url }: LedgerOptions,
  io: Io,
  check: (database: Database) => Promise<void>,
): Promise<Database> {
  const database = url === undefined ? await openFolder(resolve(io.cwd, ledger)) : await openServer(url)
  try {
    await check(database)
    await migrate(database)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Does something with the ledger, and closes it whatever comes of that. */
export async function withLedger<T>(options: LedgerOptions, io: Io, act: (ledger: Database) => Promise<T>): Promise<T> {
  return closing(await openLedger(options, io), act)
}

async function closing<T>(database: Database, act: (ledger: Database) => Promise<T>): Promise<T> {
  try {
    return await act(database)
  } finally {
    await database.close()
  }
}

/**
 * The same with a ledger that is there: a mistyped folder, or another database, would be taken for an empty one, and become one.
 * @throws CommanderError with exit code 2 when it is not
 */
export async function withExistingLedger<T>(
  options: LedgerOptions,
  io: Io,
  act: (ledger: Database) => Promise<T>,
): Promise<T> {
  if (options.database !== undefined) return closing(await openChecked(options, io, requireLedger), act)
  if (!existsSync(join(requireFolder(resolve(io.cwd, options.ledger), options.ledger), 'database')))
    throw usageError(`${printable(options.ledger)} holds no ledger yet: vaxcert batch plan makes it.`)
  return withLedger(options, io, act)
}

const IS_THERE = `select to_regclass('vaxcert.batch') is not null as is_there`

async function requireLedger(database: Database): Promise<void> {
  const [row] = await inLedger(database.query<{ is_there: boolean }>(IS_THERE))
  if (row?.is_there !== true) throw usageError('There is no ledger in that database yet: vaxcert batch plan makes it.')
}

/**
 * Sessions of a ledger that is on a server.
 * @throws CommanderError with exit code 2 for a folder, which has but one
 */
export function serverSessions({ database: url }: LedgerOptions): OpenLedger {
  if (url === undefined) throw usageError('Several workers need a PostgreSQL server: --database URL.')
  return () => openServer(url)
}

async function openFolder(folder: string): Promise<Database> {
  makePrivateFolder(folder)
  const lock = lockLedger(folder)
  try {
    const database = await openEmbedded(join(folder, 'database'))
    return { ...database, close: () => database.close().finally(lock.release) }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Nobody is told to take another folder: in another ledger the same doses would be certified once more. */
function lockLedger(folder: string): FolderLock {
  try {
    return lockFolder(folder, 'Wait for it')
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException
    if (syscall === undefined) throw error
    throw usageError(`The ledger in ${printable(folder)} cannot be opened for writing (${code}): whose is it?`)
  }
}
