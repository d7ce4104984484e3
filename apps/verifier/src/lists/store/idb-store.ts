import { Fault } from '@vaxcert/core/fault'
import { answerOf, ended, storeFault } from './requests.ts'
import type { Holding, Kept, KeptNewest, KeptState, Store } from './store.ts'

const NAME = 'vaxcert-lists'
const VERSION = 1
/** Records by fixed keys; chunks by their hash. */
const RECORDS = 'records'
const CHUNKS = 'chunks'

type Work<T> = (transaction: IDBTransaction) => Promise<T>

/** Lists in IndexedDB. It is opened for each step: browsers may clear it at any time, while a page is open too. */
export function idbStore(factory: IDBFactory = indexedDB, name: string = NAME): Store {
  return {
    keeps: true,
    read: () => run('readonly', readKept),
    hold: (holding) => run('readwrite', (transaction) => write(transaction, holding)),
    async keepNewest(newest) {
      await run('readwrite', async (transaction) => transaction.objectStore(RECORDS).put(newest, 'newest'))
    },
    chunk: (sha256) => run('readonly', (transaction) => answerOf(transaction.objectStore(CHUNKS).get(sha256))),
    chunkNames: () =>
      run('readonly', async (transaction) => {
        const names = await answerOf(transaction.objectStore(CHUNKS).getAllKeys())
        return new Set(names.map(String))
      }),
    async dropChunk(sha256) {
      await run('readwrite', async (transaction) => transaction.objectStore(CHUNKS).delete(sha256))
    },
  }

  async function run<T>(mode: IDBTransactionMode, work: Work<T>): Promise<T> {
    let database: IDBDatabase | undefined
    try {
      database = await open(factory, name)
      const transaction = database.transaction([RECORDS, CHUNKS], mode, { durability: 'strict' })
      const end = ended(transaction)
      const [result] = await Promise.all([work(transaction), end])
      return result
    } catch (error) {
      throw storeFault(error)
    } finally {
      database?.close()
    }
  }
}

function open(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  const request = factory.open(name, VERSION)
  request.onupgradeneeded = () => {
    request.result.createObjectStore(RECORDS)
    request.result.createObjectStore(CHUNKS)
  }
  return answerOf(request)
}

async function readKept(transaction: IDBTransaction): Promise<Kept> {
  const records = transaction.objectStore(RECORDS)
  const [current, before, newest, last] = await Promise.all(
    ['current', 'before', 'newest', 'last'].map((key) => answerOf(records.get(key))),
  )
  return {
    ...(current && { current: current as KeptState }),
    ...(before && { before: before as KeptState }),
    ...(newest && { newest: newest as KeptNewest }),
    ...(last && { last: last as string }),
  }
}

async function write(transaction: IDBTransaction, holding: Holding): Promise<void> {
  const { state, files, newest, follows, overDamaged, chunks, needed } = holding
  const [records, pieces] = [transaction.objectStore(RECORDS), transaction.objectStore(CHUNKS)]
  const held: KeptState | undefined = await answerOf(records.get('current'))
  if (held?.state !== follows) {
    transaction.abort()
    throw new Fault('held.busy', 'another page was faster')
  }
  if (held !== undefined && held.state !== state && !overDamaged) records.put(held, 'before')
  records.put({ state, files } satisfies KeptState, 'current')
  records.put(newest, 'newest')
  records.put(state, 'last')
  for (const [name, chunk] of chunks) pieces.put(chunk, name)
  const names = await answerOf(pieces.getAllKeys())
  for (const name of names) if (!needed.has(String(name))) pieces.delete(name)
}
