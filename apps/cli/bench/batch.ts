// npm run bench:batch [-- --doses 10000,100000,1000000] [--rounds N] [--two 40000] [--json]: what a certificate costs that is
// fixed, signed, verified, logged and released through the ledger on a private PostgreSQL, at several sizes, beside signing and
// verifying alone in the same process; CPU of the worker and of the database told apart; memory at a tenth and at nine tenths
// of a run; two workers against one. --two 0 leaves the last out. The server does not wait for its disk (fsync off).
import { availableParallelism } from 'node:os'
import { serverPrograms, startServer } from '../../../packages/records/test/database/private-server.ts'
import { figuresOf, type SizeFigures, twoAgainstOne } from './batch/figures.ts'

function option(name: string, otherwise: string): string {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise)
}

const programs = serverPrograms()
if (programs === undefined) throw new Error('No PostgreSQL: neither Debian’s nor that of npm is here.')
const server = startServer(programs)
const [rounds, two] = [Number(option('rounds', '7')), Number(option('two', '40000'))]
const isJson = process.argv.includes('--json')

try {
  const sizes: SizeFigures[] = []
  for (const doses of option('doses', '10000,100000,1000000').split(',').map(Number)) {
    const figures = await figuresOf(server, doses, rounds)
    sizes.push(figures)
    if (!isJson) tell(figures)
  }
  const twoWorkers = two === 0 ? undefined : await twoAgainstOne(server, two)
  const costs = sizes.map(({ workerMicroseconds }) => workerMicroseconds)
  const growth = Number(((costs.at(-1) ?? Number.NaN) / (costs[0] ?? Number.NaN)).toPrecision(3))
  const cores = availableParallelism()
  if (!isJson && twoWorkers !== undefined) {
    const { ratio, loadBefore } = twoWorkers
    console.log(
      `two workers are ${ratio} times one by the clock, on ${cores} cores with a load of ${loadBefore} (goal 1.7 where two are free)`,
    )
  }
  if (!isJson && sizes.length > 1)
    console.log(`a certificate of the largest run costs ${growth} of one of the smallest`)
  console.log(JSON.stringify({ sizes, growth, twoWorkers, cores, rounds, node: process.version }))
} finally {
  server.stop()
}

function tell({ doses, perCpuSecond, ofSignAndVerify, ofBareSignAndVerify, ...more }: SizeFigures): void {
  const { workerMicroseconds, serverMicroseconds, memory, planSeconds, bytesPerDose } = more
  console.log(`${doses} doses: ${perCpuSecond} a CPU-second, ${ofSignAndVerify} of 1/(t_issue + t_verify) (goal 0.80),`)
  console.log(
    `  ${ofBareSignAndVerify} of bare signing and verifying; ${workerMicroseconds} µs of the worker and ${serverMicroseconds} µs of the database each`,
  )
  console.log(`  planned in ${planSeconds} s; ${bytesPerDose} bytes a dose in the database`)
  if (memory !== undefined)
    console.log(
      `  memory ${memory.at10} MiB at a tenth, ${memory.at90} at nine tenths: ${memory.ratio} (goal 1.10 at most)`,
    )
}
