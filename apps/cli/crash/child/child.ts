// A process that works on a ledger and may be killed at any moment. Its one argument: a file with its job, JSON.
import { readFileSync } from 'node:fs'
import { migrate } from '@vaxcert/batch'
import { Fault } from '@vaxcert/core/fault'
import { type Database, openEmbedded, openServer } from '@vaxcert/records/database'
import { look } from '../truth/look.ts'
import { counted } from './counted-database.ts'
import type { Address, Job } from './job.ts'
import { openJournal, type Tell } from './journal.ts'
import { approveAll, planDoses } from './plan-doses.ts'
import { work } from './work.ts'

const job = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Job
const tell = openJournal(job.journal)
try {
  const sessions = await sessionsOf(job.ledger)
  await run(sessions).finally(() => sessions.end().catch(() => {}))
} catch (error) {
  if (!(error instanceof Fault)) throw error
  tell({ kind: 'failed', code: error.code })
  process.exitCode = 1
}

interface Sessions {
  open(): Promise<Database>
  end(): Promise<void>
}

/** Of a folder there is one session, which all share; of a server, as many as one likes. */
async function sessionsOf(address: Address): Promise<Sessions> {
  if ('url' in address) return { open: () => openServer(address.url), end: async () => {} }
  const database = await openEmbedded(address.folder)
  const shared = { ...database, close: async () => {} }
  return { open: async () => shared, end: () => database.close() }
}

async function run({ open }: Sessions): Promise<void> {
  await inSession(open, async (database) => {
    await migrate(database)
    if (job.looks) await tellSights(database, tell)
    tell({ kind: 'ready' })
    await planAll(database)
  })
  if (job.works === undefined) return
  await work(job, job.works, tell, open)
  if (job.looks) await inSession(open, (database) => tellSights(database, tell))
}

async function inSession(open: Sessions['open'], act: (database: Database) => Promise<void>): Promise<void> {
  const database = await open()
  await act(database).finally(() => database.close())
}

async function planAll(database: Database): Promise<void> {
  const { kill, plans } = job
  for (const handed of plans) {
    const session = counted(database, tell, kill?.kind === 'statement' && kill.during === 'plan' ? kill : undefined)
    await planDoses(session, handed)
    await approveAll(session)
    tell({ kind: 'planned', from: handed.from, statements: session.statements() })
  }
  if (plans.length === 0) await approveAll(database)
}

async function tellSights(database: Database, told: Tell): Promise<void> {
  for await (const sight of look(database)) told({ kind: 'sight', sight })
}
