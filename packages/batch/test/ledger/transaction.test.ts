import { Fault } from '@vaxcert/core/fault'
import { describe, expect, it } from 'vitest'
import { ledgerFault } from '../../src/ledger/ledger-fault.ts'
import { inTransaction } from '../../src/ledger/transaction.ts'
import { onLedgers } from '../run/ledger-tests.ts'

onLedgers('a transaction', (ledger) => {
  const insert = (uvci: string, number: number): Promise<unknown> =>
    ledger.database.query('insert into vaxcert.intent values ($1, $2, $3)', [number, uvci, new Uint8Array([1])])
  const count = async (): Promise<number> => (await ledger.database.query('select from vaxcert.intent')).length

  it('keeps all or nothing', async () => {
    await inTransaction(ledger.database, () => insert('URN:1', 1))
    const failing = inTransaction(ledger.database, async () => {
      await insert('URN:2', 2)
      throw new TypeError('a mistake')
    })
    await expect(failing).rejects.toThrow(TypeError)
    expect(await count()).toBe(1)
  })

  it('tells that there is one already, and quotes nothing', async () => {
    await insert('URN:SECRET', 1)
    const again = inTransaction(ledger.database, () => insert('URN:SECRET', 2))
    await expect(again).rejects.toMatchObject({ code: 'ledger.taken' })
    await expect(again).rejects.not.toThrow(/SECRET/)
    await expect(again).rejects.not.toHaveProperty('cause')
    expect(await count()).toBe(1)
  })
})

onLedgers(
  'two transactions',
  (ledger) => {
    it('in each other’s way are told to try again', async () => {
      const other = await ledger.open()
      await ledger.database.script('create table vaxcert.two (id int); insert into vaxcert.two values (1), (2)')
      const take = (id: number): string => `update vaxcert.two set id = id where id = ${id}`
      const both = [
        inTransaction(ledger.database, async () => {
          await ledger.database.query(take(1))
          await new Promise((resolve) => setTimeout(resolve, 300))
          await ledger.database.query(take(2))
        }),
        inTransaction(other, async () => {
          await other.query(take(2))
          await new Promise((resolve) => setTimeout(resolve, 300))
          await other.query(take(1))
        }),
      ]
      const ends = await Promise.allSettled(both)
      const failed = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as Fault] : []))
      expect(failed.map(({ code }) => code)).toEqual(['ledger.busy'])
      await other.close()
    })
  },
  'servers',
)

describe('what a database throws', () => {
  const told = (code: string): Error => Object.assign(new Error('Key (uvci)=(URN:1)'), { code, severity: 'ERROR' })

  it.each([
    [told('53100'), 'ledger.full'],
    [Object.assign(new Error('write'), { code: 'ENOSPC' }), 'ledger.full'],
    [told('40001'), 'ledger.busy'],
    [told('55P03'), 'ledger.busy'],
    [told('23505'), 'ledger.taken'],
    [told('42501'), 'ledger.refused'],
    [new Fault('database.lost'), 'ledger.lost'],
    [new Fault('signer.busy'), 'signer.busy'],
  ])('is a Fault without its words', (error, code) => {
    const fault = ledgerFault(error)
    expect(fault).toMatchObject({ code })
    expect(fault).not.toMatchObject({ message: expect.stringContaining('URN') as string })
  })

  it('goes through when no database threw it', () => {
    const mistakes = [new TypeError('mine'), Object.assign(new Error('open'), { code: 'EPIPE' }), 'text']
    for (const mistake of mistakes) expect(ledgerFault(mistake)).toBe(mistake)
  })
})
