import { createHash } from 'node:crypto'
import { Fault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import type { LedgerCode } from '../codes.ts'
import { LOCK } from './locks.ts'
import { migrations as ours } from './migrations/index.ts'
import { inTransaction } from './transaction.ts'

const BOOK = `
  create schema if not exists vaxcert;
  create table if not exists vaxcert.migration (
    number int primary key,
    digest text not null,               -- SHA-256 of its text
    applied_at timestamptz not null default now()
  )`

/**
 * Brings a ledger to its newest form, or makes it. Any number of processes may do so at once.
 * @throws Fault `ledger.newer` where it is newer than this software, `ledger.changed` where it went through other migrations
 */
export async function migrate(database: Database, migrations: readonly string[] = ours): Promise<void> {
  await inTransaction(database, async () => {
    await database.query('select pg_advisory_xact_lock($1)', [LOCK.migrate])
    await database.script(BOOK)
    const applied = await appliedTo(database)
    checkApplied(applied, migrations)
    for (const [index, sql] of migrations.entries()) {
      if (index < applied.length) continue
      await database.script(sql)
      await database.query('insert into vaxcert.migration (number, digest) values ($1, $2)', [index + 1, digestOf(sql)])
    }
  })
}

async function appliedTo(database: Database): Promise<readonly string[]> {
  const rows = await database.query<{ digest: string }>('select digest from vaxcert.migration order by number')
  return rows.map(({ digest }) => digest)
}

function checkApplied(applied: readonly string[], migrations: readonly string[]): void {
  if (applied.length > migrations.length) throw refused('ledger.newer', 'made by a newer version')
  for (const [index, digest] of applied.entries()) {
    const sql = migrations[index]
    if (sql === undefined || digest !== digestOf(sql)) throw refused('ledger.changed', `migration ${index + 1}`)
  }
}

function digestOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex')
}

function refused(code: LedgerCode, detail: string): Fault<LedgerCode> {
  return new Fault(code, detail)
}
