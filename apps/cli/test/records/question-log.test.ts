import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '@vaxcert/records/database'
import type { LoggedQuestion } from '@vaxcert/records/match'
import { describe, expect, it } from 'vitest'
import { openQuestionLog } from '../../src/records/question-log.ts'
import { emptyFolder } from '../empty-folder.ts'

const now = () => new Date('2022-05-31T08:00:00Z')
const declared = { person: 1, turn: 0, kind: 'declared' } as const

/** What a run with this digest knows, and then writes. */
async function run(path: string, digest: string, lines: readonly LoggedQuestion[]): Promise<readonly string[]> {
  const known: string[] = []
  const database: Database = {
    query: async () => [],
    script: async () => {},
    rows: () => {
      throw new TypeError('no rows are asked for')
    },
    async copyIn(_table, _columns, rows) {
      for await (const row of rows) known.push(row.join(' '))
      return known.length
    },
    close: async () => {},
  }
  const log = await openQuestionLog(path, digest, database, now)
  log.write(lines)
  log.close()
  return known
}

describe('the log of questions', () => {
  it('knows the answers of the same run, and of no other', async () => {
    const path = join(emptyFolder(), 'asked.csv')
    expect(await run(path, 'x', [declared, { ...declared, answer: 'right' }])).toEqual([])
    expect(await run(path, 'x', [])).toEqual(['1 0 right'])
    expect(await run(path, 'y', [{ ...declared, answer: 'wrong' }])).toEqual([])
    expect(await run(path, 'x', [])).toEqual([])
  })

  it('takes no answer of another register for its own where a line between them was cut', async () => {
    const path = join(emptyFolder(), 'asked.csv')
    await run(path, 'x', [declared])
    appendFileSync(path, '1,0,decl')
    expect(await run(path, 'y', [{ ...declared, answer: 'right' }])).toEqual([])
    expect(await run(path, 'x', [])).toEqual([])
    expect(readFileSync(path, 'utf8')).toContain('1,0,decl\r\n0,0,run,y,')
  })

  it('passes over lines that no run wrote', async () => {
    const path = join(emptyFolder(), 'asked.csv')
    await run(path, 'x', [{ ...declared, answer: 'wrong' }])
    appendFileSync(path, '99999999999,0,declared,right,\r\n1,99999999999,declared,right,\r\nx,y\r\n')
    expect(await run(path, 'x', [])).toEqual(['1 0 wrong'])
  })
})
