import { expect, it } from 'vitest'
import { migrate } from '../../src/ledger/migrate.ts'
import { migrations } from '../../src/ledger/migrations/index.ts'
import { onLedgers } from '../run/ledger-tests.ts'
import { planSample } from '../run/workshop.ts'

const next = 'create table vaxcert.next (id int); insert into vaxcert.next values (1)'

onLedgers('a ledger', (ledger) => {
  it('is migrated once, and on from where it stands', async () => {
    await migrate(ledger.database)
    await migrate(ledger.database, [...migrations, next])
    await migrate(ledger.database, [...migrations, next])
    expect(await ledger.database.query('select id from vaxcert.next')).toEqual([{ id: 1 }])
    const numbers = await ledger.database.query('select number from vaxcert.migration order by number')
    expect(numbers).toEqual([...migrations, next].map((_, index) => ({ number: index + 1 })))
  })

  it('is left alone by who is older, or knows another one', async () => {
    await migrate(ledger.database, [...migrations, next])
    await expect(migrate(ledger.database)).rejects.toMatchObject({ code: 'ledger.newer' })
    const changed = [...migrations, `${next} `]
    await expect(migrate(ledger.database, changed)).rejects.toMatchObject({ code: 'ledger.changed' })
  })

  it.each([
    ['1', '9000000000000000'],
    ['-9223372036854775808', '9223372036854775807'],
    ['0', '1'],
    ['9', '1'],
  ])('takes no chunk from %s to %s, with which nobody could work or count', async (first, last) => {
    const batch = await planSample(ledger.database, { doses: 4, chunk: 2 })
    const insert = 'insert into vaxcert.chunk (batch_id, first_no, last_no) values ($1, $2, $3)'
    await expect(ledger.database.query(insert, [batch, first, last])).rejects.toThrow()
    const widen = 'update vaxcert.chunk set last_no = $1 where first_no = 1'
    await expect(ledger.database.query(widen, ['9000000000000000'])).rejects.toThrow('chunk_range')
  })

  it('is as before when a migration fails', async () => {
    const failing = [...migrations, `${next}; select nothing`]
    await expect(migrate(ledger.database, failing)).rejects.toMatchObject({ code: 'ledger.refused' })
    await migrate(ledger.database, [...migrations, next])
    expect(await ledger.database.query('select id from vaxcert.next')).toHaveLength(1)
  })
})

onLedgers(
  'a new ledger',
  (ledger) => {
    it('is made once by all who come at once', async () => {
      await ledger.database.script('drop schema vaxcert cascade')
      const sessions = await Promise.all([1, 2, 3].map(() => ledger.open()))
      await Promise.all(sessions.map((session) => migrate(session)))
      for (const session of sessions) await session.close()
      expect(await ledger.database.query('select from vaxcert.migration')).toHaveLength(migrations.length)
    })
  },
  'servers',
)
