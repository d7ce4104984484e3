import { setTimeout } from 'node:timers/promises'
import { migrate } from '@vaxcert/batch'
import { approve, plan, planLimits } from '@vaxcert/batch/plan'
import { type Database, openServer } from '@vaxcert/records/database'
import type { PrivateServer } from '../../../../packages/records/test/database/private-server.ts'
import { approvers, ISSUER, sampleAuthority } from '../../crash/keys.ts'
import { CONFIRMED, plannedDoses } from './doses.ts'

/** A ledger of its own with doses that are planned and approved. */
export interface NewLedger {
  readonly url: string
  /** What planning took, all in all. */
  readonly planSeconds: number
  /** Waits till every session on it has ended: only then is its CPU time told. */
  quiet(): Promise<void>
  /** Bytes of the database. */
  size(): Promise<number>
  drop(): Promise<void>
}

let made = 0

export async function newLedger(server: PrivateServer, doses: number): Promise<NewLedger> {
  made += 1
  const name = `bench${made}`
  const url = server.url.replace('/postgres?', `/${name}?`)
  await on(server.url, (database) => database.query(`create database ${name}`))
  const start = performance.now()
  await on(url, (database) => fill(database, doses))
  return {
    url,
    planSeconds: (performance.now() - start) / 1000,
    quiet: () => on(server.url, (database) => untilQuiet(database, name)),
    size: () => on(server.url, (database) => sizeOf(database, name)),
    drop: () => on(server.url, async (database) => void (await database.query(`drop database ${name}`))),
  }
}

async function on<T>(url: string, act: (database: Database) => Promise<T>): Promise<T> {
  const database = await openServer(url)
  return act(database).finally(() => database.close())
}

const OFTEN = 100

async function untilQuiet(database: Database, name: string): Promise<void> {
  const sessions = 'select count(*)::int as open from pg_stat_activity where datname = $1'
  for (let open = 1; open > 0; ) {
    await setTimeout(OFTEN)
    open = (await database.query<{ open: number }>(sessions, [name]))[0]?.open ?? 0
  }
  await setTimeout(OFTEN)
}

async function sizeOf(database: Database, name: string): Promise<number> {
  const [row] = await database.query<{ size: number }>('select pg_database_size($1)::float8 as size', [name])
  return row?.size ?? Number.NaN
}

/** Rates of facilities are not what is measured here. */
const facility = { perDay: 1e9, timesUsual: 1e9, least: 1e9, cleared: [] }

async function fill(database: Database, doses: number): Promise<void> {
  await migrate(database)
  const { batch, planned } = await plan(database, plannedDoses(doses), {
    ...{ kind: 'issue', documentSigner: sampleAuthority('dsc-all').documentSigner, issuer: ISSUER, inputs: {} },
    ...{ plannedBy: 'Phạm Văn Mẫu', at: new Date(), confirmations: new Set([CONFIRMED]) },
    limits: { ...planLimits, facility },
  })
  if (batch === undefined || planned !== doses) throw new Error(`${planned} of ${doses} doses were planned`)
  const { people, register } = approvers()
  for (const { signer, certificate } of people) {
    const { id, digest } = batch
    await approve(database, { batch: id, digest, signer, certificate, approvers: register, at: new Date() })
  }
}
