import type { Database } from '@vaxcert/records/database'
import { LOCK } from '../ledger/locks.ts'
import { inLedger } from '../ledger/transaction.ts'
import { QUEUE_SCHEMA } from './boss.ts'
import { CHUNKS, DEAD_CHUNKS } from './chunk-queue.ts'

/** How the queue stands, and who is at work. */
export interface QueueStatus {
  /** Chunks that wait to be handed out, and chunks that are. */
  readonly waiting: number
  readonly handedOut: number
  /** Dead letters of chunks that were given up; what is true of those only the ledger says. */
  readonly dead: number
  /** Why chunks of those that wait were put off, how many for each code: some go on by themselves, others when somebody has looked. */
  readonly putOff: Readonly<Record<string, number>>
  /** Chunks that a live session holds at this moment. */
  readonly atWork: number
}

/** `LOCK.chunk` and the number of a chunk: the upper half tells ours. */
const AT_WORK = `
  select count(*)::float8 as count from pg_locks join pg_database on pg_database.oid = pg_locks.database
  where locktype = 'advisory' and granted and objsubid = 1 and datname = current_database()
    and classid::bigint = ${BigInt(LOCK.chunk) >> 32n}`

const JOBS = `
  select count(*) filter (where name = $1 and state < 'active')::float8 as waiting,
    count(*) filter (where name = $1 and state = 'active')::float8 as "handedOut",
    count(*) filter (where name = $2 and state < 'active')::float8 as dead
  from ${QUEUE_SCHEMA}.job`

const PUT_OFF = `
  select data ->> 'code' as code, count(*)::float8 as chunks from ${QUEUE_SCHEMA}.job
  where name = $1 and state < 'active' and data ->> 'code' is not null group by 1 order by 1`

/** @throws Fault `ledger.*` */
export async function queueStatus(database: Database): Promise<QueueStatus> {
  const [held] = await inLedger(database.query<{ count: number }>(AT_WORK))
  const isThere = `select to_regclass('${QUEUE_SCHEMA}.job') is not null as is_there`
  const [queue] = await inLedger(database.query<{ is_there: boolean }>(isThere))
  const none = { waiting: 0, handedOut: 0, dead: 0 }
  if (!queue?.is_there) return { ...none, atWork: held?.count ?? 0, putOff: {} }
  const [jobs = none] = await inLedger(database.query<typeof none>(JOBS, [CHUNKS, DEAD_CHUNKS]))
  const putOff = await inLedger(database.query<{ code: string; chunks: number }>(PUT_OFF, [CHUNKS]))
  return {
    ...jobs,
    atWork: held?.count ?? 0,
    putOff: Object.fromEntries(putOff.map(({ code, chunks }) => [code, chunks])),
  }
}
