import { loadavg } from 'node:os'
import type { PrivateServer } from '../../../../packages/records/test/database/private-server.ts'
import type { Alone } from './alone.ts'
import { newLedger } from './new-ledger.ts'
import { startWorkers } from './start-workers.ts'
import type { WorkerFigures } from './worker.ts'

/** What the certificates of a ledger of some size cost, issued by one worker. */
export interface SizeFigures {
  readonly doses: number
  readonly planSeconds: number
  /** Microseconds of CPU for each certificate: of the worker, and of the database's sessions. */
  readonly workerMicroseconds: number
  readonly serverMicroseconds: number | undefined
  readonly seconds: number
  /** Certificates a CPU-second of the worker. */
  readonly perCpuSecond: number
  /** That by what signing and verifying alone come to in the same process: 1/(t_issue + t_verify). */
  readonly ofSignAndVerify: number
  /** The same by bare cryptography: 1/(t_sign + t_verify). */
  readonly ofBareSignAndVerify: number
  readonly alone: Alone
  /** MiB at a tenth and at nine tenths of the run; undefined for a run of few chunks. */
  readonly memory: { readonly at10: number; readonly at90: number; readonly ratio: number } | undefined
  readonly bytesPerDose: number
}

export async function figuresOf(server: PrivateServer, doses: number, rounds: number): Promise<SizeFigures> {
  const ledger = await newLedger(server, doses)
  await ledger.quiet()
  const serverBefore = server.seconds()
  const [worker] = await startWorkers(ledger.url, 1, rounds)
  await ledger.quiet()
  const serverAfter = server.seconds()
  if (worker?.alone === undefined || worker.issued !== doses) throw new Error('not all of the benchmark was issued')
  const bytesPerDose = Math.round((await ledger.size()) / doses)
  await ledger.drop()
  const alone = mean(...worker.alone)
  const each = worker.cpuSeconds / doses
  const isTold = serverBefore !== undefined && serverAfter !== undefined
  return {
    ...{ doses, planSeconds: rounded(ledger.planSeconds), workerMicroseconds: rounded(each * 1e6) },
    serverMicroseconds: isTold ? rounded(((serverAfter - serverBefore) / doses) * 1e6) : undefined,
    ...{ seconds: rounded(worker.seconds), perCpuSecond: Math.round(1 / each) },
    ofSignAndVerify: share((alone.issue + alone.verify) / each),
    ofBareSignAndVerify: share((alone.bareSign + alone.bareVerify) / each),
    ...{ alone, memory: memoryOf(worker), bytesPerDose },
  }
}

/** How much faster two workers are than one, by the clock; it says nothing where no two cores are free. */
export interface TwoFigures {
  readonly doses: number
  readonly oneSeconds: number
  readonly twoSeconds: number
  readonly ratio: number
  /** Load of the machine over the last minute, before: what others took of its cores. */
  readonly loadBefore: number
}

export async function twoAgainstOne(server: PrivateServer, doses: number): Promise<TwoFigures> {
  const [loadBefore = Number.NaN] = loadavg()
  const secondsOf = async (workers: number): Promise<number> => {
    const ledger = await newLedger(server, doses)
    const figures = await startWorkers(ledger.url, workers, 0)
    await ledger.drop()
    return Math.max(...figures.map(({ seconds }) => seconds))
  }
  const [oneSeconds, twoSeconds] = [await secondsOf(1), await secondsOf(2)]
  const ratio = share(oneSeconds / twoSeconds)
  return { doses, oneSeconds: rounded(oneSeconds), twoSeconds: rounded(twoSeconds), ratio, loadBefore }
}

/** Around a tenth and nine tenths of the chunks: the median over a tenth of them, since it goes up and down with each. */
function memoryOf({ memory }: WorkerFigures): SizeFigures['memory'] {
  if (memory.length < 20) return undefined
  const around = (place: number): number => {
    const from = Math.floor(memory.length * (place - 0.05))
    const some = memory.slice(from, from + Math.ceil(memory.length / 10)).toSorted((a, b) => a - b)
    return some[some.length >> 1] ?? Number.NaN
  }
  const [at10, at90] = [around(0.1), around(0.9)]
  return { at10: rounded(at10), at90: rounded(at90), ratio: share(at90 / at10) }
}

function mean(one: Alone, other: Alone): Alone {
  const of = (name: keyof Alone): number => (one[name] + other[name]) / 2
  return { issue: of('issue'), verify: of('verify'), bareSign: of('bareSign'), bareVerify: of('bareVerify') }
}

function rounded(number: number): number {
  return Math.round(number * 10) / 10
}

function share(number: number): number {
  return Number(number.toPrecision(3))
}
