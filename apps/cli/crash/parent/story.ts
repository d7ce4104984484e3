import { verifyLedger } from '@vaxcert/batch'
import { readVerifierKey, verifyLedgerLog } from '@vaxcert/batch/log'
import { trustList } from '@vaxcert/core/trust'
import type { Database } from '@vaxcert/records/database'
import type { Address, Kill, Work } from '../child/job.ts'
import { sampleAuthority } from '../keys.ts'
import { fateOf, type Handed } from '../truth/invented.ts'
import { look } from '../truth/look.ts'
import type { Sight } from '../truth/sight.ts'
import { openTruth, type Truth } from '../truth/truth.ts'
import { type Exporter, startExporter } from './exporter.ts'
import { type Ending, type Running, startChild } from './run-child.ts'
import type { World } from './world.ts'

/** A ledger that nobody has used yet. */
export interface Ground {
  readonly address: Address
  open(): Promise<Database>
  /** Whether only one process at a time can have it open. */
  readonly isEmbedded: boolean
  /** Whether a child may end by what is no Fault: an embedded database without room on its disk does. */
  readonly mayCrash?: boolean
}

/** What a child is sent for. */
export interface Errand {
  /** It plans so many new doses first, and whatever those before it did not get planned. */
  readonly doses?: number
  readonly works?: Work
  readonly kill?: Kill
  readonly killAfter?: number
  /** Another way to the same ledger. */
  readonly address?: Address
}

/** The life of one ledger, and everything that was seen of it. */
export interface Story {
  start(errand: Errand): Running
  /** `start`, and what it came to. */
  send(errand: Errand): Promise<Ending>
  /** Lets the work be finished, and demands that everything is right. */
  settle(works?: Work): Promise<void>
  /** Certificates given away so far, and checkpoints seen. */
  counts: Truth['counts']
}

export const PLAIN: Work = { signer: { kind: 'memory' }, revives: true }

const MOST_DRAINS = 8

export function openStory(world: World, ground: Ground): Story {
  const { documentSigner } = sampleAuthority()
  const truth: Truth = openTruth({ documentSigner, logKey: world.logVerifier, findings: world.findings })
  const see = inTurn(truth.see)
  const plans = planner(truth)
  let exporter: Exporter | undefined

  function start({ doses = 0, works, kill, killAfter, address = ground.address }: Errand): Running {
    if (!ground.isEmbedded) exporter ??= startExporter(ground.open, (sight) => see([sight]))
    const job = {
      ...{ ledger: address, logKey: world.logKey, looks: ground.isEmbedded, plans: plans.next(doses) },
      ...(works && { works }),
      ...(kill && { kill }),
    }
    const running = startChild(world, job, { killAfter, mayCrash: ground.mayCrash === true })
    return { ...running, ended: running.ended.then(after) }
  }

  async function after(ending: Ending): Promise<Ending> {
    const sights = ending.told.flatMap((told) => (told.kind === 'sight' ? [told.sight] : []))
    await see(sights)
    for (const told of ending.told) if (told.kind === 'planned') plans.confirm(told.from)
    return ending
  }

  async function lookAtAll(audits: boolean): Promise<void> {
    const database = await ground.open()
    try {
      await see(look(database))
      if (audits) await audit(database, world)
    } finally {
      await database.close()
    }
  }

  async function drain(works: Work): Promise<boolean> {
    const { told } = await start({ works }).ended
    const report = told.flatMap((line) => (line.kind === 'worked' ? [line.report] : []))[0]
    return report?.end === 'drained' && report.stuck === 0 && plans.isDone()
  }

  return {
    start,
    async send(errand) {
      const ending = await start(errand).ended
      if (!ground.isEmbedded) await lookAtAll(false)
      return ending
    },
    async settle(works = PLAIN) {
      let isDrained = false
      for (let times = 0; times < MOST_DRAINS && !isDrained; times += 1) isDrained = await drain(works)
      if (!isDrained) world.findings.add('lost', 'what was planned is never done')
      await exporter?.stop()
      await lookAtAll(true)
      truth.settle()
    },
    counts: truth.counts,
  }
}

/** Sights are taken in one after the other; those of one look together. */
function inTurn(take: Truth['see']): (sights: Iterable<Sight> | AsyncIterable<Sight>) => Promise<void> {
  let turn: Promise<void> = Promise.resolve()
  return (sights) => {
    const taken = turn.then(async () => {
      for await (const sight of sights) await take(sight)
    })
    turn = taken.catch(() => {})
    return taken
  }
}

interface Planner {
  /** What the next child shall plan. */
  next(doses: number): readonly Handed[]
  confirm(from: number): void
  isDone(): boolean
}

/** Doses that come again with each plan. */
const AGAIN = 5

function planner(truth: Truth): Planner {
  let last = 0
  let open: readonly Handed[] = []
  let done: readonly number[] = []
  return {
    next(count) {
      if (count === 0) return open
      const handed = { from: last + 1, count, again: done.slice(-AGAIN) }
      last += count
      truth.plan(handed)
      open = [...open, handed]
      return open
    },
    confirm(from) {
      const handed = open.find((one) => one.from === from)
      if (handed === undefined) return
      open = open.filter((one) => one !== handed)
      done = Array.from({ length: handed.count }, (_, at) => from + at).filter((number) => fateOf(number) !== 'held')
    },
    isDone: () => open.length === 0,
  }
}

/** What the code under test says of itself must be the same. */
async function audit(database: Database, { findings, logVerifier }: World): Promise<void> {
  const ledger = await verifyLedger(database, trustList([sampleAuthority().documentSigner]))
  for (const { code, doseNo } of ledger.findings) findings.add('differing', `${code} ${doseNo ?? ''}`)
  const log = await verifyLedgerLog(database, readVerifierKey(logVerifier))
  for (const { code } of log.findings) findings.add('unlogged', code)
}
