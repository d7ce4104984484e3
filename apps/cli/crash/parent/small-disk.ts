import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { World } from './world.ts'

/** A disk of our own that can be full. */
export interface SmallDisk {
  readonly folder: string
  /** Nothing more than so many bytes fits on it. */
  fill(leave: number): void
  /** There is room again. */
  free(): void
  remove(): void
}

const MEGABYTE = 2 ** 20
/** In the environment of a command that has mounts of its own. */
const MARK = 'VAXCERT_CRASH_MOUNTS'
let made = 0

/** In memory, where we may mount without anybody else's noticing; undefined where not. */
export function smallDisk({ scratch }: World, megabytes: number): SmallDisk | undefined {
  if (process.env[MARK] === undefined) return undefined
  made += 1
  const folder = join(scratch, `disk${made}`)
  mkdirSync(folder)
  if (!isDone('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,mode=1777`, 'crash', folder)) return undefined
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill: (leave) => writeZeros(ballast, roomIn(folder) - leave),
    free: () => rmSync(ballast, { force: true }),
    remove: () => void isDone('umount', folder),
  }
}

function roomIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

function writeZeros(path: string, bytes: number): void {
  const zeros = Buffer.alloc(MEGABYTE)
  const file = openSync(path, 'a')
  for (let left = bytes; left > 0; left -= MEGABYTE) writeSync(file, zeros, 0, Math.min(left, MEGABYTE))
  closeSync(file)
}

function isDone(program: string, ...options: string[]): boolean {
  return spawnSync(program, options, { stdio: 'ignore' }).status === 0
}

/**
 * Runs this very command in a mount namespace of its own, where root may have one: what is mounted there nobody else sees,
 * and it is gone with us. Answers its exit code; undefined where this is that command, or it has to do without.
 */
export async function inOwnMounts(): Promise<number | undefined> {
  if (process.env[MARK] !== undefined || !isDone('unshare', '--mount', 'true')) return undefined
  const command = [process.execPath, ...process.execArgv, ...process.argv.slice(1)]
  const child = spawn('unshare', ['--mount', ...command], { stdio: 'inherit', env: { ...process.env, [MARK]: 'own' } })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  const [code] = await once(child, 'exit')
  return typeof code === 'number' ? code : 1
}
