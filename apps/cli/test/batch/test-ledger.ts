import { afterAll, beforeAll, vi } from 'vitest'
import {
  type PrivateServer,
  serverPrograms,
  startServer,
} from '../../../../packages/records/test/database/private-server.ts'

/**
 * Options that name a ledger for the tests of a file: on a private PostgreSQL server, which each command finds at work, where its
 * programs are here; else in the folder `ledger`, which each command opens anew for some seconds. DATABASE_URL names none to these tests.
 */
export function testLedger(): () => readonly string[] {
  let server: PrivateServer | undefined
  beforeAll(() => {
    vi.stubEnv('DATABASE_URL', undefined)
    const bin = serverPrograms()
    if (bin === undefined && process.env.CI === 'true') throw new Error('No PostgreSQL found: CI must test on it.')
    if (bin === undefined) console.error('No PostgreSQL: the commands of batch are tested on PGlite, and take longer.')
    else server = startServer(bin)
  }, 240_000)
  afterAll(() => server?.stop())
  return () => (server === undefined ? ['--ledger', 'ledger'] : ['--database', server.url])
}
