import { expect, it } from 'vitest'
import { inTransaction } from '../../src/ledger/index.ts'
import { reserveNumbers } from '../../src/plan/write-batch.ts'
import { describeLedgers } from './planning-ledger.ts'

describeLedgers('numbers of doses', ({ database, first }) => {
  const reserve = (count: number) => inTransaction(database(), () => reserveNumbers(database(), count))
  const held = () =>
    first(`select count(*)::int as locks from pg_locks join pg_database on pg_database.oid = database
      where locktype = 'advisory' and datname = current_database()`)

  it('follow each other, and are nobody else’s', async () => {
    const start = await reserve(3)
    expect(await reserve(1)).toBe(start + 3)
    expect(await reserve(5)).toBe(start + 4)
    expect(await held()).toEqual({ locks: 0 })
  })

  it('are left free for others where there are none to be had', async () => {
    const failing = inTransaction(database(), async () => {
      await database().script(
        'alter sequence vaxcert.dose_no maxvalue 1000000; select setval($$vaxcert.dose_no$$, 1000000)',
      )
      return reserveNumbers(database(), 1)
    })
    await expect(failing).rejects.toMatchObject({ code: 'ledger.refused' })
    expect(await held()).toEqual({ locks: 0 })
    expect(await reserve(1)).toBeGreaterThan(0)
  })
})
