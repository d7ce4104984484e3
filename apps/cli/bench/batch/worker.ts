import { generateKeyPairSync } from 'node:crypto'
import { runWorker, type Step } from '@vaxcert/batch'
import { noteSigner } from '@vaxcert/batch/log'
import { type Approved, requireApproved } from '@vaxcert/batch/plan'
import { openServer } from '@vaxcert/records/database'
import { approvers, sampleAuthority } from '../../crash/keys.ts'
import { type Alone, measureAlone } from './alone.ts'

/** What a worker's process is told: first what to prepare, then to go. */
export type ToBenchWorker =
  | { readonly kind: 'prepare'; readonly url: string; readonly rounds: number }
  | { readonly kind: 'go' }

export type FromBenchWorker = { readonly kind: 'ready' } | ({ readonly kind: 'done' } & WorkerFigures)

/** What a worker has done, and what it took. */
export interface WorkerFigures {
  readonly issued: number
  /** CPU time of this process while it worked. */
  readonly cpuSeconds: number
  readonly seconds: number
  /** Resident memory in MiB after each chunk, in their order. */
  readonly memory: readonly number[]
  /** Measured in this process before and after, where rounds were asked for. */
  readonly alone?: readonly [Alone, Alone]
}

const authority = sampleAuthority('dsc-all')
const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const logSigner = noteSigner('log', 'bench.example/log', pem)

let prepared: { readonly url: string; readonly rounds: number; readonly before: Alone | undefined } | undefined

process.on('message', async (message: ToBenchWorker) => {
  if (message.kind === 'prepare') {
    const { url, rounds } = message
    prepared = { url, rounds, before: rounds === 0 ? undefined : await measureAlone(authority, rounds) }
    process.send?.({ kind: 'ready' } satisfies FromBenchWorker)
  } else if (prepared !== undefined) {
    const { url, rounds, before } = prepared
    const worked = await work(url)
    const alone = before && ([before, await measureAlone(authority, rounds)] as const)
    process.send?.({ kind: 'done', ...worked, ...(alone && { alone }) } satisfies FromBenchWorker)
    process.disconnect()
  }
})

async function work(url: string): Promise<WorkerFigures> {
  const memory: number[] = []
  const { register } = approvers()
  let approved: Promise<Approved> | undefined
  const [start, from] = [process.cpuUsage(), performance.now()]
  const { issued, end, code } = await runWorker({
    ...{
      authority,
      logSigner,
      now: () => new Date(),
      open: () => openServer(url),
      until: 'drained',
      idleSeconds: 0.05,
    },
    requireApproved: (database, batch) => (approved ??= requireApproved(database, batch, register, new Date())),
    step({ name, phase }: Step) {
      if (name === 'release' && phase === 'after') memory.push(process.memoryUsage.rss() / 2 ** 20)
    },
  })
  const { user, system } = process.cpuUsage(start)
  if (end !== 'drained') throw new Error(`a worker of the benchmark ended with ${code}`)
  return { issued, cpuSeconds: (user + system) / 1e6, seconds: (performance.now() - from) / 1000, memory }
}
