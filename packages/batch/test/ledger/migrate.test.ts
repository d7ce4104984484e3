import { expect, it } from 'vitest'
import { migrate } from '../../src/ledger/migrate.ts'
import { migrations } from '../../src/ledger/migrations/index.ts'
import { onLedgers } from '../run/ledger-tests.ts'

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
