import { Fault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import { describe, expect, it } from 'vitest'
import { issueChunk, runWorker, type Step } from '../../src/run/index.ts'
import { audit, logged, onLedgers } from './ledger-tests.ts'
import { authority, issuing, planSample, withSigner, working } from './workshop.ts'

/** A session that is lost at its COMMIT of such a number: before it takes place, or behind it. */
function losing(database: Database, number: number, outcome: 'before' | 'behind'): Database {
  let commits = 0
  const query: Database['query'] = async (sql, parameters) => {
    if (sql === 'commit') {
      commits += 1
      if (commits === number) {
        if (outcome === 'behind') await database.query(sql)
        await database.close()
        throw new Fault('database.lost', 'the session has ended')
      }
    }
    return database.query(sql, parameters)
  }
  return { ...database, query }
}

onLedgers(
  'sessions',
  (ledger) => {
    it('two workers at once issue every dose once', async () => {
      await planSample(ledger.database, { doses: 400, chunk: 20 })
      // Neither does anything before the other has a chunk too.
      let [claims, meet] = [0, (): void => {}]
      const met = new Promise<void>((resolve) => {
        meet = resolve
      })
      const step = async ({ name, phase }: Step): Promise<void> => {
        if (name !== 'claim' || phase !== 'after') return
        claims += 1
        if (claims === 2) meet()
        await met
      }
      const reports = await Promise.all([runWorker(working(ledger, { step })), runWorker(working(ledger, { step }))])
      expect(reports.map(({ end }) => end)).toEqual(['drained', 'drained'])
      expect(reports.reduce((sum, { issued }) => sum + issued, 0)).toBe(400)
      expect(Math.min(...reports.map(({ chunks }) => chunks))).toBeGreaterThan(0)
      expect(await audit(ledger)).toMatchObject({ released: 400, wrong: 0 })
      expect(await logged(ledger)).toEqual({ size: 400, certificates: 400, leaves: 400, checkpoint: 400 })
    })

    it('a chunk is in the hands of one who lives', async () => {
      await planSample(ledger.database, { doses: 5 })
      const other = await ledger.open()
      const step = async ({ name, phase }: Step): Promise<void> => {
        if (name !== 'sign' || phase !== 'before') return
        expect(await issueChunk(other, 1, issuing())).toEqual({ kind: 'passed' })
      }
      expect(await issueChunk(ledger.database, 1, issuing({ step }))).toMatchObject({ kind: 'released' })
      await other.close()
    })

    it('who wakes after his chunk was taken over writes nothing', async () => {
      await planSample(ledger.database, { doses: 5 })
      const sleeper = await ledger.open()
      const step = async ({ name, phase }: Step): Promise<void> => {
        if (name !== 'log' || phase !== 'before') return
        // As if the server had thought him dead: his locks are gone, and he does not know.
        await sleeper.query('select pg_advisory_unlock_all()')
        expect(await issueChunk(ledger.database, 1, issuing())).toMatchObject({ kind: 'released', issued: 5 })
      }
      expect(await issueChunk(sleeper, 1, issuing({ step }))).toEqual({ kind: 'passed' })
      await sleeper.close()
      expect(await audit(ledger)).toMatchObject({ released: 5, wrong: 0 })
      expect(await logged(ledger)).toMatchObject({ size: 5, leaves: 5 })
    })

    it.each(['intend', 'sign', 'log', 'release'] as const)(
      'a worker whose session ends at %s takes another one',
      async (name) => {
        await planSample(ledger.database, { doses: 20, chunk: 10 })
        let left = 1
        const step = async (told: Step): Promise<void> => {
          if (told.name !== name || told.phase !== 'within' || left === 0) return
          left -= 1
          const others = `select pg_terminate_backend(pid) from pg_stat_activity
            where pid <> pg_backend_pid() and application_name = 'vaxcert' and datname = current_database()`
          await ledger.database.query(others)
        }
        expect(await runWorker(working(ledger, { step }))).toMatchObject({ end: 'drained', stuck: 0 })
        expect(await audit(ledger)).toMatchObject({ released: 20, wrong: 0 })
        expect(await logged(ledger)).toMatchObject({ size: 20, leaves: 20 })
      },
    )

    describe.each(['before', 'behind'] as const)('lost %s', (outcome) => {
      // pg-boss has its own way to commit: these are the three transactions of a chunk.
      it.each([1, 2, 3])('COMMIT %i, whose outcome nobody told', async (number) => {
        await planSample(ledger.database, { doses: 10 })
        let opened = 0
        const open = async (): Promise<Database> => {
          opened += 1
          const database = await ledger.open()
          return opened === 1 ? losing(database, number, outcome) : database
        }
        expect(await runWorker(working(ledger, { open }))).toMatchObject({ end: 'drained', stuck: 0 })
        expect(opened).toBe(2)
        expect(await audit(ledger)).toMatchObject({ released: 10, certificates: 10, wrong: 0 })
        expect(await logged(ledger)).toEqual({ size: 10, certificates: 10, leaves: 10, checkpoint: 10 })
      })
    })

    it('a database that does not come back ends the worker, and nothing is lost', async () => {
      await planSample(ledger.database, { doses: 5 })
      const open = () => Promise.reject(new Fault('database.connect', 'nobody answers'))
      expect(await runWorker(working(ledger, { open, patience: 1 }))).toMatchObject({
        end: 'failed',
        code: 'ledger.lost',
      })
    })

    it('while one signs slowly, another issues what else there is and waits for the rest', async () => {
      await planSample(ledger.database, { doses: 12, chunk: 4 })
      const sign = async (bytes: Uint8Array): Promise<Uint8Array> => {
        await new Promise((resolve) => setTimeout(resolve, 200))
        return authority.signer.sign(bytes)
      }
      const slow = runWorker(working(ledger, { authority: withSigner(authority, { sign }) }))
      const fast = await runWorker(working(ledger))
      expect(fast.end).toBe('drained')
      expect((await slow).chunks + fast.chunks).toBe(3)
      expect(await audit(ledger)).toMatchObject({ released: 12, wrong: 0 })
    })
  },
  'servers',
)
