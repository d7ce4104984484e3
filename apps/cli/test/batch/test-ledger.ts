import { afterAll, beforeAll, vi } from 'vitest'
import { testServer } from '../../../../packages/records/test/database/databases.ts'
import { type OwnDatabase, ownDatabase } from '../../../../packages/records/test/database/own-database.ts'

/**
 * Options that name a ledger for the tests of a file: on the PostgreSQL server of the run, which each command finds at work,
 * where its programs are here; else in the folder `ledger`, which each command opens anew for some seconds. DATABASE_URL names none to these tests.
 */
export function testLedger(): () => readonly string[] {
  let own: OwnDatabase | undefined
  beforeAll(async () => {
    vi.stubEnv('DATABASE_URL', undefined)
    const server = testServer()
    if (server === undefined)
      console.error('No PostgreSQL: the commands of batch are tested on PGlite, and take longer.')
    else own = await ownDatabase(await server())
  }, 240_000)
  afterAll(() => own?.drop())
  return () => (own === undefined ? ['--ledger', 'ledger'] : ['--database', own.url])
}
