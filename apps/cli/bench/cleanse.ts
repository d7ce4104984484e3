// npm run bench:records [-- --rows 100000,1000000,5000000] [--dirt real] [--on embedded,server] [--samples DIR] [--json]:
// `vaxcert cleanse` with all rules over invented provinces of these sizes: rows a CPU-second of bare parsing, of the row
// rules and of the whole command, its peak memory, and how what a row costs grows. Each runs in a process of its own, on
// the embedded database and on PostgreSQL: that of DATABASE_URL, or a private one, whose CPU time is told beside ours.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type PrivateServer,
  serverPrograms,
  startServer,
} from '../../../packages/records/test/database/private-server.ts'
import { command, run } from './command.ts'

function option(name: string, otherwise: string): string {
  const at = process.argv.indexOf(name)
  return (at < 0 ? undefined : process.argv[at + 1]) ?? otherwise
}

interface Figures {
  readonly rows: number
  readonly database: string
  readonly rowsPerCpuSecond: { readonly bare: number; readonly rules: number; readonly cleanse: number }
  /** CPU time of the command, as so many times that of bare parsing. */
  readonly timesBare: number
  readonly mebibytes: number
  /** CPU seconds of the server, where it is a private one. */
  readonly server?: number
}

const stages = fileURLToPath(new URL('row-stages.ts', import.meta.url))
const databases = option('--on', 'embedded,server').split(',')

/** A sample of about so many rows; one that stands there is used again. */
function sampleOf(rows: number, samples: string): string {
  const folder = join(samples, `${rows}`)
  if (existsSync(join(folder, 'truth.ndjson'))) return folder
  mkdirSync(folder, { recursive: true })
  // Two doubles come with a hundred doses, and four doses of a hundred were never entered.
  const doses = `${Math.round(rows * 1.0167)}`
  command(['sample', '--doses', doses, '--seed', '7', '--dirt', option('--dirt', 'real'), '--out', folder, '--json'])
  return folder
}

function argumentsOf(folder: string, out: string): readonly string[] {
  const file = (name: string): string => join(folder, name)
  const lists = ['lots', 'facilities', 'communes', 'cancelled', 'counts'].flatMap((name) => [
    `--${name}`,
    file(`${name}.csv`),
  ])
  const decided = ['--decisions', file('decisions.json'), '--today', '2022-05-31']
  return ['cleanse', file('doses.csv'), '--out', out, ...lists, ...decided, '--json']
}

/** Without a URL on the embedded database. */
function cleanse(folder: string, url: string | undefined) {
  const out = mkdtempSync(join(tmpdir(), 'vaxcert-bench-'))
  const { DATABASE_URL: _, ...env } = process.env
  try {
    return command(argumentsOf(folder, out), url === undefined ? env : { ...env, DATABASE_URL: url })
  } finally {
    rmSync(out, { recursive: true })
  }
}

function measureSize(rows: number, samples: string, server: PrivateServer | undefined): readonly Figures[] {
  const folder = sampleOf(rows, samples)
  const { said } = run(stages, [folder])
  return databases.flatMap((database): readonly Figures[] => {
    const url = database === 'server' ? (process.env.DATABASE_URL ?? server?.url) : undefined
    if (database === 'server' && url === undefined) return []
    const before = server?.seconds() ?? 0
    const { said: tally, took } = cleanse(folder, url)
    const spent = database === 'server' ? server?.seconds() : undefined
    const perSecond = { bare: said.rows / said.bare, rules: said.rows / said.rules, cleanse: tally.rows / took.seconds }
    const figures = { rows: tally.rows, database, rowsPerCpuSecond: perSecond, mebibytes: took.mebibytes }
    const timesBare = took.seconds / said.bare
    return [{ ...figures, timesBare, ...(spent === undefined ? {} : { server: spent - before }) }]
  })
}

function told({ rows, database, rowsPerCpuSecond, timesBare, mebibytes, server }: Figures) {
  const rates = Object.fromEntries(
    Object.entries(rowsPerCpuSecond).map(([name, rate]) => [`${name}/s`, Math.round(rate)]),
  )
  const microseconds = 1e6 / rowsPerCpuSecond.cleanse
  const own = { 'µs a row': microseconds.toFixed(1), '× bare': timesBare.toFixed(1), MiB: Math.round(mebibytes) }
  return { rows, database, ...rates, ...own, 'server µs a row': server && ((server / rows) * 1e6).toFixed(1) }
}

const given = option('--samples', '')
const samples = given === '' ? mkdtempSync(join(tmpdir(), 'vaxcert-samples-')) : given
const bin = databases.includes('server') && process.env.DATABASE_URL === undefined ? serverPrograms() : undefined
const server = bin === undefined ? undefined : startServer(bin)
try {
  const sizes = option('--rows', '100000,1000000').split(',').map(Number)
  const results = sizes.flatMap((rows) => measureSize(rows, samples, server))
  if (process.argv.includes('--json')) console.log(JSON.stringify(results))
  else console.table(results.map(told))
} finally {
  server?.stop()
  if (given === '') rmSync(samples, { recursive: true })
}
