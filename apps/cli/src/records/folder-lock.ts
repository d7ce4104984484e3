import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { usageError } from '../exit.ts'

/** Keeps a second run out of a folder. */
export interface FolderLock {
  /** Whether a run that is no more had left its lock. */
  readonly wasLeft: boolean
  release(): void
}

interface Holder {
  readonly process: number
  readonly host: string
}

/** Its name in the folder. */
export const LOCK = 'unfinished.lock'

/** Locks of this process. */
const held = new Set<string>()

/**
 * Locks a folder that is there. The lock of a process that is no more counts for nothing, if it was one of this machine.
 * `advice` is for whoever comes second.
 * @throws CommanderError with exit code 2 where another run works there, or may
 */
export function lockFolder(folder: string, advice = 'Wait for it, or choose another folder with --out'): FolderLock {
  const path = join(folder, LOCK)
  const wasLeft = !take(path)
  if (wasLeft && !takeOver(path)) throw locked(holderOf(path), advice)
  held.add(path)
  return {
    wasLeft,
    release() {
      held.delete(path)
      rmSync(path, { force: true })
    },
  }
}

function take(path: string): boolean {
  try {
    const file = openSync(path, 'wx', 0o600)
    writeSync(file, JSON.stringify({ process: process.pid, host: hostname() } satisfies Holder))
    closeSync(file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/**
 * Takes a lock that was left: only who holds a second one may judge and remove the first, or of two who start at once the
 * one would remove what the other has just taken.
 */
function takeOver(path: string): boolean {
  const second = `${path}.second`
  if (!take(second)) {
    if (isHeld(second)) return false
    rmSync(second, { force: true })
    if (!take(second)) return false
  }
  try {
    if (isHeld(path)) return false
    rmSync(path, { force: true })
    return take(path)
  } finally {
    rmSync(second, { force: true })
  }
}

/** Milliseconds that a process may need from making the file to saying in it who it is. */
const WRITING = 500

function isHeld(path: string): boolean {
  if (held.has(path)) return true
  if (holderOf(path) === undefined) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WRITING)
  const holder = holderOf(path)
  return holder !== undefined && mayRun(holder)
}

/** Undefined where a process was killed before it had written who it is. */
function holderOf(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

/** Of another machine nobody knows. Our own number, where we hold no lock, was another's before. */
function mayRun({ process: id, host }: Holder): boolean {
  if (host !== hostname()) return true
  if (id === process.pid) return false
  try {
    return process.kill(id, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function locked(holder: Holder | undefined, advice: string): Error {
  const who =
    holder === undefined
      ? 'Another run'
      : holder.host === hostname()
        ? `Process ${holder.process}`
        : 'A run on another machine'
  return usageError(`${who} is at work in that folder. ${advice}; if it is no more, remove ${LOCK} there.`)
}
