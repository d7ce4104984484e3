import { randomBytes } from 'node:crypto'
import { openServer } from '../../src/database/index.ts'

/** A database of one file of tests alone, on a server that others use too. */
export interface OwnDatabase {
  readonly url: string
  /** Whoever has a session in it still loses it. */
  drop(): Promise<void>
}

const INSUFFICIENT_PRIVILEGE = '42501'

/** Where the user of the server's URL may make none, it is the one that the URL names, as one line says. */
export async function ownDatabase(server: string): Promise<OwnDatabase> {
  const name = `vaxcert_test_${randomBytes(8).toString('hex')}`
  try {
    await run(server, `create database ${name} template template0`)
  } catch (error) {
    if ((error as { code?: unknown }).code !== INSUFFICIENT_PRIVILEGE) throw error
    console.error(
      'The user of DATABASE_URL may make no databases: all tests use one, so run them with --no-file-parallelism.',
    )
    return { url: server, drop: () => Promise.resolve() }
  }
  return { url: databaseOf(server, name), drop: () => run(server, `drop database if exists ${name} with (force)`) }
}

async function run(server: string, statement: string): Promise<void> {
  const database = await openServer(server)
  await database.query(statement).finally(() => database.close())
}

function databaseOf(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
