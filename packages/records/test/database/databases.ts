import { inject } from 'vitest'
import { type Database, openEmbedded, openServer } from '../../src/database/index.ts'
import { type OwnDatabase, ownDatabase } from './own-database.ts'
import { serverPrograms } from './private-server.ts'
import { runServer } from './run-server.ts'

/** A database for tests, and what ends it. */
export interface TestDatabase {
  readonly name: string
  open(): Promise<Database>
  stop(): Promise<void>
}

const embedded: TestDatabase = { name: 'PGlite', open: () => openEmbedded(), stop: () => Promise.resolve() }

/** PGlite; and PostgreSQL where there is a server, in a database of its own. */
export function testDatabases(): readonly TestDatabase[] {
  const server = testServer()
  if (server === undefined) console.error('No PostgreSQL, no DATABASE_URL: the sets are tested on PGlite alone.')
  return server === undefined ? [embedded] : [embedded, onServer(server)]
}

/** URL of a server, for whoever asks it in earnest. */
export type TestServer = () => Promise<string>

/** The server of DATABASE_URL; or else the one of this run, where its programs are here; in CI they must be. */
export function testServer(): TestServer | undefined {
  const url = process.env.DATABASE_URL
  if (url !== undefined) return () => Promise.resolve(url)
  const bin = serverPrograms()
  if (bin === undefined && process.env.CI === 'true') throw new Error('No PostgreSQL found: CI must test on it.')
  return bin === undefined ? undefined : () => runServer(inject('runFolder'), bin)
}

/** Its database is made with the first session. */
function onServer(server: TestServer): TestDatabase {
  let own: Promise<OwnDatabase> | undefined
  return {
    name: 'PostgreSQL',
    async open() {
      own ??= server().then(ownDatabase)
      return openServer((await own).url)
    },
    stop: async () => (await own)?.drop(),
  }
}
