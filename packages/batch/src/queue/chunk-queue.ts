import { randomUUID } from 'node:crypto'
import { Fault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import type { SendOptions } from 'pg-boss'
import { ledgerFault } from '../ledger/ledger-fault.ts'
import { LOCK } from '../ledger/locks.ts'
import { inLedger } from '../ledger/transaction.ts'
import { QUEUE_SCHEMA, startBoss } from './boss.ts'

/** A chunk that the queue has handed out. */
export interface ChunkJob {
  readonly job: string
  readonly chunk: number
  /** How often it was given back before. */
  readonly times: number
}

/**
 * Hands chunks out, at least once each: a hint, and no more; what is true of a chunk only the ledger says. Any number of
 * workers use it at once.
 */
export interface ChunkQueue {
  /** The next chunk, if any; first those of workers that are gone. */
  take(): Promise<ChunkJob | undefined>
  /** Every chunk that the ledger has to issue and that has no job gets one. Answers how many, at most a thousand at a time. */
  refill(): Promise<number>
  /** There is nothing more to do. */
  complete(job: ChunkJob): Promise<void>
  /** It shall be handed out again, ahead of all others: it has waited already. */
  giveBack(job: ChunkJob): Promise<void>
  /** It shall be handed out again after so many seconds, behind all others: `code` says what it waits for. */
  putOff(job: ChunkJob, until: PutOff): Promise<void>
  /** What was put off is due now: whoever begins may be able to go on with it. */
  hurry(): Promise<void>
  /** It is given up: to the dead letters. */
  bury(job: ChunkJob, code: string): Promise<void>
}

export interface PutOff {
  readonly seconds: number
  readonly code: string
}

/** Queues of pg-boss. */
export const CHUNKS = 'chunks'
export const DEAD_CHUNKS = 'dead-chunks'

const FOR_LONG = 23 * 3600
const MOST = 1_000

/** Jobs of workers whose session is gone: nobody holds the lock of their chunk. Who has just taken one is left time to. */
const LOST = `
  select j.id, j.data from ${QUEUE_SCHEMA}.job j
  where j.name = $1 and j.state = 'active' and j.started_on < now() - interval '1 second' and not exists (
    select from pg_locks l join pg_database d on d.oid = l.database
    where l.locktype = 'advisory' and l.granted and l.objsubid = 1 and d.datname = current_database()
      and (l.classid::bigint << 32) + l.objid::bigint = $2::bigint
        + case when j.data ->> 'chunk' ~ '^[0-9]{1,15}$' then (j.data ->> 'chunk')::bigint end)`

const WITHOUT_JOB = `
  select c.chunk_id::float8 as chunk from vaxcert.chunk c join vaxcert.batch b using (batch_id)
  where c.state in ('open', 'intended', 'logged') and b.state = 'approved' and not exists (
    select from ${QUEUE_SCHEMA}.job j where j.name = $1 and j.state <= 'active' and j.singleton_key = c.chunk_id::text)
  order by c.chunk_id limit ${MOST}`

const HURRY = `
  update ${QUEUE_SCHEMA}.job set start_after = now() where name = $1 and state < 'active' and start_after > now()`

interface ChunkData {
  readonly chunk: number
  readonly times?: number
  /** Of a chunk that was put off. */
  readonly code?: string
}

const AHEAD = { priority: 1 }

/** What nobody of us has put into the queue is thrown away: it would stop every worker. */
function isData(data: unknown): data is ChunkData {
  const { chunk, times = 0 } = (data ?? {}) as Readonly<Record<string, unknown>>
  return Number.isSafeInteger(chunk) && (chunk as number) >= 0 && Number.isSafeInteger(times)
}

/** @throws Fault `ledger.*` */
export async function openChunkQueue(database: Database): Promise<ChunkQueue> {
  const boss = await setUp(database)
  const again = async ({ times = 0, ...data }: ChunkData, options: SendOptions): Promise<void> => {
    await inLedger(boss.send(CHUNKS, { ...data, times: times + 1 }, { singletonKey: `${data.chunk}`, ...options }))
  }
  const remove = (id: string): Promise<void> => inLedger(boss.deleteJob(CHUNKS, id))
  const revive = async (): Promise<void> => {
    const lost = await inLedger(database.query<{ id: string; data: unknown }>(LOST, [CHUNKS, LOCK.chunk]))
    for (const { id, data } of lost) {
      if (isData(data)) await again({ chunk: data.chunk, times: data.times ?? 0 }, AHEAD)
      await remove(id)
    }
  }
  const take = async (): Promise<ChunkJob | undefined> => {
    const [job] = await inLedger(boss.fetch<unknown>(CHUNKS))
    if (job === undefined) return undefined
    const { id, data } = job
    if (isData(data)) return { job: id, chunk: data.chunk, times: data.times ?? 0 }
    await remove(id)
    return take()
  }
  return {
    async take() {
      await revive()
      return take()
    },
    async refill() {
      const rows = await inLedger(database.query<{ chunk: number }>(WITHOUT_JOB, [CHUNKS]))
      if (rows.length === 0) return 0
      const jobs = rows.map(({ chunk }) => {
        return { id: jobId(chunk), name: CHUNKS, data: { chunk }, singletonKey: `${chunk}` }
      })
      await inLedger(boss.insert(jobs))
      return rows.length
    },
    complete: ({ job }) => inLedger(boss.complete(CHUNKS, job)),
    async giveBack({ job, chunk, times }) {
      await again({ chunk, times }, AHEAD)
      await remove(job)
    },
    async putOff({ job, chunk, times }, { seconds, code }) {
      await again({ chunk, times, code }, { startAfter: seconds, priority: -1 })
      await remove(job)
    },
    async hurry() {
      await inLedger(database.query(HURRY, [CHUNKS]))
    },
    bury: ({ job }, code) => inLedger(boss.fail(CHUNKS, job, { code })),
  }
}

/** Jobs of one moment are handed out in the order of their ids: they begin with the number of the chunk. */
function jobId(chunk: number): string {
  const digits = chunk.toString(16).padStart(12, '0')
  return `${digits.slice(0, 8)}-${digits.slice(8)}${randomUUID().slice(13)}`
}

/** One at a time: pg-boss cannot be set up twice at once. */
async function setUp(database: Database): ReturnType<typeof startBoss> {
  await inLedger(database.query('select pg_advisory_lock($1)', [LOCK.queue]))
  try {
    const boss = await startBoss(database)
    await boss.createQueue(DEAD_CHUNKS, { name: DEAD_CHUNKS })
    // One job of a chunk in each state. What fails once is dead: to give something back is not to fail.
    const options = { policy: 'stately', retryLimit: 0, deadLetter: DEAD_CHUNKS, expireInSeconds: FOR_LONG } as const
    await boss.createQueue(CHUNKS, { name: CHUNKS, ...options })
    return boss
  } catch (error) {
    const fault = ledgerFault(error)
    throw fault instanceof Fault ? fault : new Fault('ledger.refused', 'the queue cannot be set up')
  } finally {
    await inLedger(database.query('select pg_advisory_unlock($1)', [LOCK.queue])).catch(() => {})
  }
}
