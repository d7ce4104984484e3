import type { Database } from '@vaxcert/records/database'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabases } from '../../../records/test/database/databases.ts'
import { migrate } from '../../src/ledger/migrate.ts'
import { type PlannedDose, plan } from '../../src/plan/index.ts'
import { dose, each, inventedDose, options } from './invented.ts'

const EMPTY = `truncate vaxcert.batch, vaxcert.approval, vaxcert.dose, vaxcert.held, vaxcert.chunk, vaxcert.revocation,
  vaxcert.facility_day, vaxcert.standing_day restart identity`

describe.each(testDatabases())('plan on $name', (server) => {
  let database: Database
  beforeAll(async () => {
    database = await server.open()
    await migrate(database)
  }, 120_000)
  beforeEach(() => database.script(EMPTY))
  afterAll(async () => {
    await database?.close()
    server.stop()
  })

  const planned = (doses: readonly PlannedDose[], other = {}) => plan(database, each(doses), options(other))
  const first = async <Row extends object>(sql: string) => (await database.query<Row>(sql))[0]

  it('plans 100,000 rows with doubles and conflicts: distinct less conflicting, exactly', async () => {
    const doses: PlannedDose[] = []
    for (let at = 0; at < 94_000; at += 1) {
      doses.push(inventedDose(at))
      if (at % 94 < 5) doses.push(inventedDose(at))
      if (at % 94 === 50)
        doses.push({ ...inventedDose(at), person: { name: { fullName: 'Khác Tên' }, birthDate: '1970' } })
    }
    const told = await planned(doses)
    const conflicts = Math.ceil((94_000 - 50) / 94)
    expect(told).toMatchObject({
      rows: doses.length,
      planned: 94_000 - conflicts,
      held: { 'dose.conflict': 2 * conflicts, 'dose.duplicate': doses.length - 94_000 - conflicts },
      alarms: [],
    })
    const counted = `select count(*)::int as doses, (max(dose_no) - min(dose_no) + 1)::int as width from vaxcert.dose`
    expect(await first(counted)).toEqual({ doses: told.planned, width: told.planned })
    const cut = `select sum(last_no - first_no + 1)::int as doses, max(last_no - first_no + 1)::int as most from vaxcert.chunk`
    expect(await first(cut)).toEqual({ doses: told.planned, most: 10_000 })
    expect((await first<{ held: number }>('select count(*)::int as held from vaxcert.held'))?.held).toBe(
      told.rows - told.planned,
    )
  })

  it('says what a certificate will say, with an empty identifier', async () => {
    await planned([dose(1)])
    const row = await first<{ facts: string; content: Uint8Array }>('select facts, content from vaxcert.dose')
    expect(JSON.parse(row?.facts ?? '')).toMatchObject({
      nam: { fn: 'Lò', gn: 'Thị Mẫu', fnt: 'LO' },
      v: [{ dn: 1, sd: 2, mp: 'EU/1/20/1528', ma: 'ORG-100030215', dt: '2021-08-02', ci: '' }],
    })
    expect(await first('select sha256(convert_to(facts, $$UTF8$$)) = content as is_its from vaxcert.dose')).toEqual({
      is_its: true,
    })
  })
})
