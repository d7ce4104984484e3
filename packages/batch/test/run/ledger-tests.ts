import { trustList } from '@vaxcert/core/trust'
import { afterAll, beforeAll, beforeEach, describe } from 'vitest'
import { testDatabases } from '../../../records/test/database/databases.ts'
import { type LedgerAudit, verifyLedger } from '../../src/ledger/verify-ledger.ts'
import { authority, openLedger, type TestLedger } from './workshop.ts'

/** Tests on an empty ledger, on each kind of database; or on servers alone, where several sessions are needed. */
export function onLedgers(name: string, tests: (ledger: TestLedger) => void, where: 'all' | 'servers' = 'all'): void {
  const servers = testDatabases().filter((server) => where === 'all' || server.name !== 'PGlite')
  describe.each(servers)(`${name} on $name`, (server) => {
    let opened: TestLedger
    beforeAll(async () => {
      opened = await openLedger(server)
    }, 120_000)
    beforeEach(() => opened.fresh())
    afterAll(() => opened?.close())
    tests({
      get database() {
        return opened.database
      },
      open: () => opened.open(),
      fresh: () => opened.fresh(),
      close: () => opened.close(),
    })
  })
}

export function audit({ database }: TestLedger, ...signers: readonly (typeof authority)[]): Promise<LedgerAudit> {
  return verifyLedger(database, trustList([authority, ...signers].map(({ documentSigner }) => documentSigner)))
}

/** Every identifier and every byte that was fixed. */
export async function fixed({ database }: TestLedger): Promise<readonly unknown[]> {
  return database.query(
    `select dose_no::int, uvci, encode(to_be_signed, 'hex') as bytes from vaxcert.intent order by 1`,
  )
}

/** Leaves of the log, and whether each certificate has one of its own without a gap. */
export async function logged({ database }: TestLedger): Promise<object | undefined> {
  const [row] = await database.query<object>(`
    select (select size from vaxcert.log_head)::int as size, count(*)::int as certificates,
      (coalesce(max(leaf) + 1, 0))::int as leaves, (select max(size) from vaxcert.checkpoint)::int as checkpoint
    from vaxcert.certificate`)
  return row
}
