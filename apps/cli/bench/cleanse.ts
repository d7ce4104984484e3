// npm run bench:records [-- --json] [--dirt real] [--rows 500000]: `vaxcert cleanse` with all rules over invented provinces of
// a tenth of the rows and of all: rows a CPU-second of the whole command and its peak memory, and against bare parsing of
// the same file in the same run. Each command runs in a process of its own, on the embedded database, or on that of
// DATABASE_URL, whose own CPU time is then not among the figures.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inferSchema, initParser } from 'udsv'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const loader = fileURLToPath(new URL('../../../.ci/ts.mjs', import.meta.url))
const measured = `
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    process.stderr.write(JSON.stringify({ mebibytes: maxRSS / 1024, seconds: (userCPUTime + systemCPUTime) / 1e6 }))
  })`

function option(name: string, otherwise: string): string {
  const at = process.argv.indexOf(name)
  return (at < 0 ? undefined : process.argv[at + 1]) ?? otherwise
}

/** Runs a command line; what it printed, and what it took. */
function command(...argv: readonly string[]) {
  const preload = `data:text/javascript,${encodeURIComponent(measured)}`
  const flags = ['--conditions=@vaxcert/source', '--import', loader, '--import', preload]
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, main, ...argv], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${argv[0]} ended with ${status}: ${stderr}`)
  return { tally: JSON.parse(stdout), took: JSON.parse(stderr) as { mebibytes: number; seconds: number } }
}

function parseSeconds(path: string): number {
  const text = readFileSync(path, 'utf8')
  const start = process.cpuUsage()
  initParser(inferSchema(text)).stringArrs(text)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

function measureSize(doses: string, folder: string) {
  const file = (name: string): string => join(folder, name)
  const made = command(
    'sample',
    '--doses',
    doses,
    '--seed',
    '7',
    '--dirt',
    option('--dirt', 'real'),
    '--out',
    folder,
    '--json',
  )
  const lists = ['lots', 'facilities', 'communes', 'cancelled'].flatMap((name) => [`--${name}`, file(`${name}.csv`)])
  const counted = ['--counts', file('counts.csv')]
  const run = [
    '--out',
    file('out'),
    ...lists,
    ...counted,
    '--decisions',
    file('decisions.json'),
    '--today',
    '2022-05-31',
    '--json',
  ]
  const bare = parseSeconds(file('doses.csv'))
  const { tally, took } = command('cleanse', file('doses.csv'), ...run)
  const rates = {
    bareParse: tally.rows / bare,
    cleanse: tally.rows / took.seconds,
    sample: tally.rows / made.took.seconds,
  }
  const memory = { cleanse: took.mebibytes, sample: made.took.mebibytes }
  return { rows: tally.rows, rowsPerCpuSecond: rates, ofBareParse: bare / took.seconds, mebibytes: memory }
}

const rows = Number(option('--rows', '500000'))
const results = [Math.ceil(rows / 10), rows].map(String).map((doses) => {
  const folder = mkdtempSync(join(tmpdir(), 'vaxcert-bench-'))
  try {
    return measureSize(doses, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
console.log(process.argv.includes('--json') ? JSON.stringify(results) : results)
