import { Fault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import { describe, expect, it } from 'vitest'
import { sessions } from '../../src/service/sessions.ts'

interface Told {
  opened: number
  closed: number
}

function opening(): { readonly told: Told; open(): Promise<Database> } {
  const told = { opened: 0, closed: 0 }
  return {
    told,
    async open() {
      told.opened += 1
      return { close: () => Promise.resolve(closeOne(told)) } as unknown as Database
    },
  }
}

function closeOne(told: Told): void {
  told.closed += 1
}

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 2))

describe('sessions', () => {
  it('are used by one request at a time, and no more than there may be', async () => {
    const { told, open } = opening()
    const pool = sessions(open, 3, 100)
    const inUse = new Map<Database, number>()
    await Promise.all(
      Array.from({ length: 50 }, () =>
        pool.use(async (database) => {
          inUse.set(database, (inUse.get(database) ?? 0) + 1)
          expect(inUse.get(database)).toBe(1)
          await pause()
          inUse.set(database, 0)
        }),
      ),
    )
    expect(told.opened).toBe(3)
    expect(pool.load()).toBe(0)
    await pool.close()
    expect(told.closed).toBe(3)
  })

  it('are waited for by so many only', async () => {
    const pool = sessions(opening().open, 1, 2)
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => pool.use(pause)))
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ])
  })

  it('are kept after a refusal, and opened anew after one that was lost, or could not be opened', async () => {
    const { told, open } = opening()
    const pool = sessions(open, 1, 2)
    const failing = (code: string) =>
      pool.use(() => Promise.reject(new Fault(code))).catch((error: Fault) => error.code)
    expect(await failing('dose.conflict')).toBe('dose.conflict')
    expect(await failing('database.lost')).toBe('ledger.lost')
    await pool.use(pause)
    expect(told).toEqual({ opened: 2, closed: 1 })
    const none = sessions(() => Promise.reject(new Fault('database.connect')), 1, 2)
    for (let times = 0; times < 3; times += 1) await expect(none.use(pause)).rejects.toThrow(Fault)
    expect(none.load()).toBe(0)
  })

  it('are closed when what is under way is done', async () => {
    const { told, open } = opening()
    const pool = sessions(open, 2, 2)
    let isDone = false
    const work = pool.use(async () => {
      await pause()
      isDone = true
    })
    await pool.close()
    expect([isDone, told.closed]).toEqual([true, 1])
    await work
  })
})
