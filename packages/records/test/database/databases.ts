import { type Database, openEmbedded, openServer } from '../../src/database/index.ts'
import { type PrivateServer, serverPrograms, startServer } from './private-server.ts'

/** A database for tests, and what stops it. */
export interface TestDatabase {
  readonly name: string
  open(): Promise<Database>
  stop(): void
}

const embedded: TestDatabase = { name: 'PGlite', open: () => openEmbedded(), stop: () => {} }

/** PGlite; and a PostgreSQL server by DATABASE_URL, or a private one where its programs are here; in CI they must be. */
export function testDatabases(): readonly TestDatabase[] {
  const url = process.env.DATABASE_URL
  if (url !== undefined) return [embedded, { name: 'PostgreSQL', open: () => openServer(url), stop: () => {} }]
  const bin = serverPrograms()
  if (bin === undefined && process.env.CI === 'true') throw new Error('No PostgreSQL found: CI must test on it.')
  if (bin === undefined) console.error('No PostgreSQL, no DATABASE_URL: the sets are tested on PGlite alone.')
  return bin === undefined ? [embedded] : [embedded, onPrivateServer(bin)]
}

/** Starts with the first that opens it. */
function onPrivateServer(bin: string): TestDatabase {
  let server: PrivateServer | undefined
  return {
    name: 'PostgreSQL',
    async open() {
      server ??= startServer(bin)
      return openServer(server.url)
    },
    stop: () => server?.stop(),
  }
}
