import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { type Database, openEmbedded, openServer } from '../../src/sets/index.ts'

/** A database for tests, and what stops it. */
export interface TestDatabase {
  readonly name: string
  open(): Promise<Database>
  stop(): void
}

const embedded: TestDatabase = { name: 'PGlite', open: () => openEmbedded(), stop: () => {} }

/** PGlite; and a PostgreSQL server by DATABASE_URL, or a private one where its programs are here; in CI they must be. */
export function testDatabases(): readonly TestDatabase[] {
  const url = process.env.DATABASE_URL
  if (url !== undefined) return [embedded, { name: 'PostgreSQL', open: () => openServer(url), stop: () => {} }]
  const bin = programs()
  if (bin === undefined && process.env.CI === 'true') throw new Error('No PostgreSQL found: CI must test on it.')
  if (bin === undefined) console.error('No PostgreSQL, no DATABASE_URL: the sets are tested on PGlite alone.')
  return bin === undefined ? [embedded] : [embedded, privateServer(bin)]
}

function programs(): string | undefined {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : []
  return versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')))
}

/** Listens in its own folder only. Root may not run it: then the user that Debian made for it does. */
function privateServer(bin: string): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'vaxcert-pg-'))
  const run = asServer(folder)
  let isUp = false
  const start = (): void => {
    run(join(bin, 'initdb'), '-D', join(folder, 'data'), '-A', 'trust', '-U', 'test', '--no-sync')
    const options = `-c listen_addresses='' -k ${folder} -F`
    run(join(bin, 'pg_ctl'), '-D', join(folder, 'data'), '-o', options, '-l', join(folder, 'log'), '-w', 'start')
    isUp = true
  }
  return {
    name: 'PostgreSQL',
    async open() {
      if (!isUp) start()
      return openServer(`postgres:///postgres?host=${encodeURIComponent(folder)}&user=test`)
    },
    stop() {
      if (isUp) run(join(bin, 'pg_ctl'), '-D', join(folder, 'data'), '-m', 'immediate', 'stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function asServer(folder: string): (program: string, ...options: string[]) => void {
  const ids = userInfo().uid === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  if (ids.uid !== undefined) chownSync(folder, ids.uid, ids.gid)
  return (program, ...options) => {
    execFileSync(program, options, { ...ids, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  }
}

function idOf(option: '-u' | '-g'): number {
  return Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }))
}
