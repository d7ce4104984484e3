import { Fault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import { inLedger } from '../ledger/transaction.ts'
import type { RequestCode } from './request-codes.ts'

/** Sessions of the ledger, each for one request at a time. */
export interface Sessions {
  /**
   * Does something with a session that nobody else uses meanwhile.
   * @throws Fault `request.busy` when too many wait already; what opening a session throws
   */
  use<T>(work: (database: Database) => Promise<T>): Promise<T>
  /** Requests that are under way, or wait. */
  load(): number
  /** Waits for what is under way. */
  close(): Promise<void>
}

/** At most so many sessions, opened when they are first needed; one that was lost is opened anew. */
export function sessions(open: () => Promise<Database>, most: number, maxWaiting: number): Sessions {
  const idle: Database[] = []
  const waiting: (() => void)[] = []
  const onEmpty: (() => void)[] = []
  let underWay = 0

  async function enter(): Promise<void> {
    if (underWay < most) underWay += 1
    else if (waiting.length < maxWaiting) await new Promise<void>((resolve) => waiting.push(resolve))
    else throw new Fault<RequestCode>('request.busy')
  }

  function leave(): void {
    const next = waiting.shift()
    if (next === undefined) underWay -= 1
    else next()
    if (underWay === 0) for (const tell of onEmpty.splice(0)) tell()
  }

  return {
    load: () => underWay + waiting.length,
    async use(work) {
      await enter()
      try {
        const database = idle.pop() ?? (await open())
        return await inLedger(work(database)).then(
          (result) => {
            idle.push(database)
            return result
          },
          async (error: unknown) => {
            if (isLost(error)) await database.close().catch(() => {})
            else idle.push(database)
            throw error
          },
        )
      } finally {
        leave()
      }
    },
    async close() {
      if (underWay > 0) await new Promise<void>((resolve) => onEmpty.push(resolve))
      for (const database of idle.splice(0)) await database.close()
    },
  }
}

function isLost(error: unknown): boolean {
  return error instanceof Fault && error.code === 'ledger.lost'
}
