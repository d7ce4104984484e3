import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { usageError } from '../exit.ts'
import { printable } from '../terminal.ts'

/** Does something while nobody else changes the register. @throws CommanderError as `lockRegister` */
export function withRegister<T>(path: string, action: () => T): T {
  const unlock = lockRegister(path)
  try {
    return action()
  } finally {
    unlock()
  }
}

/**
 * Keeps others from changing the register till it is unlocked by what this returns: `REGISTER.lock` stands beside it for as
 * long. One that was left behind is never taken away by itself, since two might do so at once.
 * @throws CommanderError with exit code 2 when somebody else is at it
 */
export function lockRegister(path: string): () => void {
  const lock = `${path}.lock`
  takeLock(lock)
  return () => rmSync(lock, { force: true })
}

function takeLock(lock: string): void {
  try {
    const file = openSync(lock, 'wx')
    writeSync(file, `${process.pid}\n`)
    closeSync(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EEXIST') throw error
    throw usageError(`${whoHolds(lock)} If nobody is, remove ${printable(lock)} and try again.`)
  }
}

function whoHolds(lock: string): string {
  const holder = Number(readLock(lock))
  if (!Number.isSafeInteger(holder) || holder <= 0) return 'Somebody else is changing the register.'
  return isRunning(holder)
    ? `Process ${holder} is changing the register.`
    : `Process ${holder} was changing the register and is no longer running on this machine.`
}

function readLock(lock: string): string {
  try {
    return readFileSync(lock, 'utf8').trim()
  } catch {
    return ''
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
