import type { Database } from '@vaxcert/records/database'
import { afterAll, beforeAll, beforeEach, describe } from 'vitest'
import { testDatabases } from '../../../records/test/database/databases.ts'
import { migrate } from '../../src/ledger/migrate.ts'

/** A ledger that is empty before each test. */
export interface PlanningLedger {
  readonly name: string
  readonly database: () => Database
  /** Another session of it; only a server has one. */
  readonly another: () => Promise<Database>
  first<Row extends object>(sql: string): Promise<Row | undefined>
}

const EMPTY = `truncate vaxcert.batch, vaxcert.approval, vaxcert.dose, vaxcert.held, vaxcert.chunk, vaxcert.revocation, vaxcert.intent,
  vaxcert.certificate, vaxcert.facility_day, vaxcert.standing_day restart identity;
  alter sequence vaxcert.dose_no restart`

/** The same tests on every database there is. */
export function describeLedgers(what: string, tests: (ledger: PlanningLedger) => void): void {
  describe.each(testDatabases())(`${what} on $name`, (server) => {
    let database: Database
    beforeAll(async () => {
      database = await server.open()
      await migrate(database)
    }, 240_000)
    beforeEach(() => database.script(EMPTY), 60_000)
    afterAll(async () => {
      await database?.close()
      await server.stop()
    })
    tests({
      name: server.name,
      database: () => database,
      another: () => server.open(),
      first: async <Row extends object>(sql: string) => (await database.query<Row>(sql))[0],
    })
  })
}

/** As if every chunk had been issued: each dose has the identifier "URN:UVCI:01:VN:" and its number. */
export async function releaseAll(
  database: Database,
  { iat, exp }: { readonly iat: string; readonly exp: string },
): Promise<void> {
  await database.script(`
    insert into vaxcert.intent select dose_no, 'URN:UVCI:01:VN:' || dose_no, '\\x00' from vaxcert.dose on conflict do nothing;
    insert into vaxcert.certificate select dose_no, '\\x00', '\\x00', dose_no from vaxcert.dose on conflict do nothing;
    update vaxcert.chunk set state = 'released', kid = '\\x0102030405060708', iat = extract(epoch from date '${iat}'),
      exp = extract(epoch from date '${exp}') where state = 'open'`)
}
