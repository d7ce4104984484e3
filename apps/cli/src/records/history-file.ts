import { closeSync, existsSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import { newHistory, type OpenHistory, type ReportEvent, readLine } from '@vaxcert/records/correct'
import { usageError } from '../exit.ts'
import { readChunks } from '../inputs/files.ts'
import type { Io } from '../io.ts'
import { printable } from '../terminal.ts'
import { isCut } from './cut-line.ts'

/**
 * Reads a history from its first line, each event handed on; a file that is not there yet is an empty one.
 * @throws Fault `correct.link` and others where it is not whole
 */
export async function readHistory(
  path: string,
  io: Io,
  onEvent: (event: ReportEvent) => void = () => {},
): Promise<OpenHistory> {
  const history = newHistory()
  if (!existsSync(resolve(io.cwd, path))) return history
  let rest = ''
  const decoder = new TextDecoder('utf-8', { fatal: false })
  for await (const chunk of readChunks(path, io)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onEvent(readLine(history, line))
  }
  if (rest !== '') onEvent(readLine(history, rest))
  return history
}

/**
 * Keeps others from adding at the same time: two lines that name the same line before would break the history.
 * @throws CommanderError with exit code 2 when somebody else is at it
 */
export function lockHistory(path: string, io: Io): () => void {
  const lock = `${resolve(io.cwd, path)}.lock`
  try {
    closeSync(openSync(lock, 'wx', 0o600))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw usageError(`Somebody else is adding to the history. If nobody is, remove ${printable(lock)} and try again.`)
  }
  return () => rmSync(lock, { force: true })
}

/** Adds a line, on the disk when this returns. A last line that lost its end gets one first. */
export function appendLine(path: string, line: string, io: Io): void {
  const file = openSync(resolve(io.cwd, path), 'a+', 0o600)
  try {
    writeSync(file, `${isCut(file) ? '\n' : ''}${line}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
