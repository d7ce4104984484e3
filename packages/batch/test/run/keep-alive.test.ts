import type { Database } from '@vaxcert/records/database'
import { describe, expect, it } from 'vitest'
import { keepingAlive } from '../../src/run/keep-alive.ts'

describe('a session that has to wait', () => {
  it('says that it lives till it need not, whether its work succeeds or fails', async () => {
    const asked: string[] = []
    let enough = (): void => {}
    const query = async (sql: string): Promise<never> => {
      asked.push(sql)
      if (asked.length === 3) enough()
      throw new Error('lost: the next statement will tell')
    }
    const database = { query } as unknown as Database
    const waited = () =>
      new Promise<string>((resolve) => {
        enough = () => resolve('done')
      })
    expect(await keepingAlive(database, waited, 1)).toBe('done')
    const before = asked.length
    await expect(keepingAlive(database, () => Promise.reject(new Error('no')), 1)).rejects.toThrow('no')
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(asked).toHaveLength(before)
  })
})
