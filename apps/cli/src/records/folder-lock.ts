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
  if (wasLeft) {
    const holder = holderOf(path)
    if (holder !== undefined && (held.has(path) || mayRun(holder))) throw locked(holder, advice)
    rmSync(path, { force: true })
    if (!take(path)) throw locked(holderOf(path), advice)
  }
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
