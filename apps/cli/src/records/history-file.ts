import { appendFileSync, existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { newHistory, type OpenHistory, type ReportEvent, readLine } from '@vaxcert/records/correct'
import { readChunks } from '../inputs/files.ts'
import type { Io } from '../io.ts'

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

export function appendLine(path: string, line: string, io: Io): void {
  appendFileSync(resolve(io.cwd, path), `${line}\n`, { mode: 0o600 })
}
