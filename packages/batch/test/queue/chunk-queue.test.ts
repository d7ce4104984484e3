import { expect, it } from 'vitest'
import { type ChunkJob, type ChunkQueue, openChunkQueue } from '../../src/queue/chunk-queue.ts'
import { queueStatus } from '../../src/queue/queue-status.ts'
import { claimChunk, unclaim } from '../../src/run/claim.ts'
import { onLedgers } from '../run/ledger-tests.ts'
import { planSample } from '../run/workshop.ts'

async function takeAll(queue: ChunkQueue): Promise<ChunkJob[]> {
  const jobs: ChunkJob[] = []
  for (let job = await queue.take(); job !== undefined; job = await queue.take()) jobs.push(job)
  return jobs
}

const second = () => new Promise((resolve) => setTimeout(resolve, 1_100))

onLedgers('the queue', (ledger) => {
  it('hands out every chunk of approved batches, in order, each to one', async () => {
    await planSample(ledger.database, { doses: 5, chunk: 1 })
    await planSample(ledger.database, { doses: 5, chunk: 1, state: 'planned' })
    const queue = await openChunkQueue(ledger.database)
    expect(await queue.take()).toBeUndefined()
    expect(await queue.refill()).toBe(5)
    expect(await queue.refill()).toBe(0)
    const chunks: number[] = []
    for (let job = await queue.take(); job !== undefined; job = await queue.take()) {
      chunks.push(job.chunk)
      await queue.complete(job)
    }
    expect(chunks).toEqual([1, 2, 3, 4, 5])
  })

  it('hands out again what was given back, what nobody has a job for, and nothing that is dead', async () => {
    await planSample(ledger.database, { doses: 3, chunk: 1 })
    const queue = await openChunkQueue(ledger.database)
    await queue.refill()
    const [first, other, third] = (await takeAll(queue)) as [ChunkJob, ChunkJob, ChunkJob]
    await queue.giveBack(first)
    await queue.putOff(other, { seconds: 3600, code: 'signer.kid' })
    await queue.bury(third, 'signature.mismatch')
    await ledger.database.query(`update vaxcert.chunk set state = 'stuck' where chunk_id = 3`)
    expect(await queue.refill()).toBe(0)
    expect(await queue.take()).toMatchObject({ chunk: 1, times: 1 })
    expect(await queue.take()).toBeUndefined()
    expect(await queueStatus(ledger.database)).toMatchObject({ waiting: 1, dead: 1, putOff: { 'signer.kid': 1 } })
    await queue.hurry()
    expect(await queue.take()).toMatchObject({ chunk: 2, times: 1 })
    await ledger.database.query('truncate vaxcert_queue.job')
    expect(await queue.refill()).toBe(2)
  })

  it('throws away what none of us put in, and goes on', async () => {
    await planSample(ledger.database, { doses: 1 })
    const queue = await openChunkQueue(ledger.database)
    const strange = [null, '[]', '{"chunk": "x"}', '{"chunk": 1e30}', '{"chunk": -1}', '{"chunk": 1, "times": "x"}']
    const insert = `insert into vaxcert_queue.job (name, data, state, started_on) values ('chunks', $1::jsonb, $2, now() - interval '1 day')`
    for (const data of strange)
      for (const state of ['created', 'active']) await ledger.database.query(insert, [data, state])
    await queue.refill()
    expect(await takeAll(queue)).toMatchObject([{ chunk: 1, times: 0 }])
    expect(await queueStatus(ledger.database)).toMatchObject({ waiting: 0, handedOut: 1 })
  })

  it('takes back what somebody took whose session holds nothing, and only that', async () => {
    await planSample(ledger.database, { doses: 2, chunk: 1 })
    const queue = await openChunkQueue(ledger.database)
    await queue.refill()
    await takeAll(queue)
    expect(await claimChunk(ledger.database, 2)).toMatchObject({ chunk: 2, fence: 1 })
    await second()
    expect(await takeAll(queue)).toMatchObject([{ chunk: 1, times: 1 }])
    await unclaim(ledger.database, 2)
    await second()
    expect((await takeAll(queue)).map(({ chunk }) => chunk).sort()).toEqual([1, 2])
  })
})

onLedgers(
  'a new queue',
  (ledger) => {
    it('is set up once by all who come at once', async () => {
      const sessions = await Promise.all([1, 2, 3].map(() => ledger.open()))
      const queues = await Promise.all(sessions.map((session) => openChunkQueue(session)))
      await planSample(ledger.database, { doses: 30, chunk: 1 })
      await Promise.all(queues.map((queue) => queue.refill()))
      const taken = await Promise.all(queues.map(takeAll))
      for (const session of sessions) await session.close()
      expect(new Set(taken.flat().map(({ chunk }) => chunk)).size).toBe(30)
    })
  },
  'servers',
)
