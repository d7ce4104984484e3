import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { openServer } from '@vaxcert/records/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testServer } from '../../../../packages/records/test/database/databases.ts'
import { type OwnDatabase, ownDatabase } from '../../../../packages/records/test/database/own-database.ts'
import { LOCK } from '../../src/records/folder-lock.ts'
import { vaxcert } from '../captured-io.ts'
import { emptyFolder } from '../empty-folder.ts'

const server = testServer()

/** What two kinds of command say that look into a ledger. */
async function saying(ledger: readonly string[]): Promise<readonly [code: number, stderr: string][]> {
  const cwd = emptyFolder()
  writeFileSync(join(cwd, 'approvers.json'), '{"approvers": []}')
  const lines = [
    ['batch', 'status', '--approvers', 'approvers.json'],
    ['log', 'export', 'published'],
  ]
  const told: [number, string][] = []
  for (const line of lines) {
    const { code, stderr } = await vaxcert([...line, ...ledger], { cwd })
    told.push([code, stderr])
  }
  return told
}

describe.skipIf(server === undefined)('a ledger on a server', () => {
  let own: OwnDatabase | undefined
  beforeAll(async () => {
    own = server && (await ownDatabase(await server()))
  }, 240_000)
  afterAll(() => own?.drop())

  async function statements(...all: readonly string[]): Promise<void> {
    const database = await openServer(own?.url ?? '')
    for (const statement of all) await database.query(statement)
    await database.close()
  }

  it('that is newer than the software is left alone by every command', async () => {
    await statements(
      'create schema vaxcert',
      'create table vaxcert.batch (id int)',
      'create table vaxcert.migration (number int primary key, digest text not null)',
      `insert into vaxcert.migration select number, 'x' from generate_series(1, 99) number`,
    )
    for (const [code, stderr] of await saying(['--database', own?.url ?? '']))
      expect([code, stderr]).toEqual([2, expect.stringMatching(/made by a newer version: update.*\(ledger\.newer\)/)])
  })

  it('that nobody gave us rights to is no fault of ours', async () => {
    await statements(
      `do $$ begin execute format('alter database %I set role = pg_monitor', current_database()); end $$`,
    )
    for (const [code, stderr] of await saying(['--database', own?.url ?? '']))
      expect([code, stderr]).toEqual([2, expect.stringMatching(/who may write it.*\(ledger\.refused\)/)])
  })
})

describe('a ledger in a folder', () => {
  it('in which another process works is waited for: nobody is told to take another', async () => {
    const folder = emptyFolder()
    mkdirSync(join(folder, 'database'))
    writeFileSync(join(folder, LOCK), JSON.stringify({ process: process.ppid, host: hostname() }))
    for (const [code, stderr] of await saying(['--ledger', folder])) {
      expect([code, stderr]).toEqual([2, expect.stringContaining('is at work in that folder. Wait for it; if')])
      expect(stderr).not.toContain('another folder')
    }
  })

  it.skipIf(userInfo().uid === 0)('that we may not write is named', async () => {
    const folder = emptyFolder()
    mkdirSync(join(folder, 'database'))
    chmodSync(folder, 0o500)
    for (const [code, stderr] of await saying(['--ledger', folder]))
      expect([code, stderr]).toEqual([2, expect.stringMatching(/cannot be opened for writing \(EACCES\)/)])
    chmodSync(folder, 0o700)
  })
})
