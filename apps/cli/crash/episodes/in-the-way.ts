import { setTimeout } from 'node:timers/promises'
import { type Database, openServer } from '@vaxcert/records/database'
import type { serverGround } from '../parent/grounds.ts'
import { openStory, PLAIN } from '../parent/story.ts'
import { count } from '../parent/tally.ts'
import type { World } from '../parent/world.ts'

const DOSES = 40

/** Sessions get in each other's way: a neighbour that takes locks in the wrong order, and transactions that cannot be put in order. */
export async function inTheWay(
  world: World,
  ground: Awaited<ReturnType<typeof serverGround>>,
  times: number,
): Promise<void> {
  const story = openStory(world, ground)
  await story.send({ doses: DOSES, works: PLAIN })
  for (let made = 0; made < times; made += 1) {
    await story.send({ doses: DOSES })
    const neighbour = await openServer(ground.address.url)
    const worker = story.start({ works: PLAIN })
    await blockLog(neighbour)
    await worker.ended
    await neighbour.close()
  }
  const serializable = `${ground.address.url}&options=${encodeURIComponent('-c default_transaction_isolation=serializable')}`
  const errand = { works: PLAIN, address: { url: serializable } }
  for (let made = 0; made < times; made += 1) {
    await Promise.all([1, 2, 3].map(() => story.start({ ...errand, doses: DOSES }).ended))
  }
  await story.settle()
  await countDeadlocks(world, ground.address.url)
}

const DEADLOCK = '40P01'

/**
 * Holds the head of the log until a worker that has a chunk waits for it, then asks for that chunk. PostgreSQL ends the one
 * that looks for deadlocks first: mostly the worker, who waits longer.
 */
async function blockLog(neighbour: Database): Promise<void> {
  await neighbour.script(`set deadlock_timeout = '3s'; begin`)
  await neighbour.query('select from vaxcert.log_head for update')
  for (let tries = 0; tries < 200 && !(await isWaitedFor(neighbour)); tries += 1) await setTimeout(50)
  await neighbour.query(`select from vaxcert.chunk where state = 'intended' for update`).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === DEADLOCK)) throw error
  })
  await neighbour.query('rollback')
}

async function isWaitedFor(database: Database): Promise<boolean> {
  const waiting = `select from pg_locks where not granted and pid <> pg_backend_pid()`
  return (await database.query(waiting)).length > 0
}

async function countDeadlocks({ tally }: World, url: string): Promise<void> {
  const database = await openServer(url)
  const [row] = await database.query<{ deadlocks: number; rollbacks: number }>(
    `select deadlocks::float8 as deadlocks, xact_rollback::float8 as rollbacks from pg_stat_database
    where datname = current_database()`,
  )
  await database.close()
  count(tally.done, 'deadlock', row?.deadlocks ?? 0)
  count(tally.done, 'rolled back among serializable sessions', row?.rollbacks ?? 0)
}
