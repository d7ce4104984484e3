import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { FromBenchWorker, ToBenchWorker, WorkerFigures } from './worker.ts'

const program = fileURLToPath(new URL('./worker.ts', import.meta.url))

/** Lets so many workers, each a process, issue what a ledger holds; they begin together. */
export async function startWorkers(url: string, workers: number, rounds: number): Promise<readonly WorkerFigures[]> {
  const started = Array.from({ length: workers }, () => startWorker({ kind: 'prepare', url, rounds }))
  await Promise.all(started.map(({ ready }) => ready))
  for (const { go } of started) go()
  return Promise.all(started.map(({ done }) => done))
}

function startWorker(prepare: ToBenchWorker): {
  readonly ready: Promise<void>
  readonly done: Promise<WorkerFigures>
  go(): void
} {
  const child = fork(program)
  const tell = (message: ToBenchWorker): void => void child.send(message)
  const heard = <Kind extends FromBenchWorker['kind']>(kind: Kind) =>
    new Promise<Extract<FromBenchWorker, { kind: Kind }>>((resolve, reject) => {
      child.on('message', (message: FromBenchWorker) => {
        if (message.kind === kind) resolve(message as Extract<FromBenchWorker, { kind: Kind }>)
      })
      child.once('exit', (code) => reject(new Error(`a worker of the benchmark ended with ${code}`)))
    })
  const [ready, done] = [heard('ready').then(() => {}), heard('done')]
  tell(prepare)
  return { ready, done, go: () => tell({ kind: 'go' }) }
}
