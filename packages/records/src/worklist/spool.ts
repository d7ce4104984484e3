import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Lines of JSON in many files of a folder; nobody waits with more than a few megabytes of them. */
export interface Spool {
  add(part: number, line: string): void
  /** Writes what still waits. */
  flush(): void
  /** Bytes of a part. */
  size(part: number): number
  read(part: number): readonly string[]
  /** Removes the folder. */
  remove(): void
}

const WAITING_BYTES = 16 * 1024 * 1024

/** A spool in a folder that is not there yet: it holds personal data, so that its owner alone may look. */
export function openSpool(folder: string): Spool {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const waiting = new Map<number, string[]>()
  let bytes = 0
  const pathOf = (part: number): string => join(folder, `${part}.ndjson`)
  const flush = (): void => {
    for (const [part, lines] of waiting) appendFileSync(pathOf(part), lines.join(''), { mode: 0o600 })
    waiting.clear()
    bytes = 0
  }
  return {
    add(part, line) {
      const lines = waiting.get(part)
      if (lines === undefined) waiting.set(part, [`${line}\n`])
      else lines.push(`${line}\n`)
      bytes += line.length
      if (bytes > WAITING_BYTES) flush()
    },
    flush,
    size: (part) => (existsSync(pathOf(part)) ? statSync(pathOf(part)).size : 0),
    read: (part) => (existsSync(pathOf(part)) ? readFileSync(pathOf(part), 'utf8').split('\n').slice(0, -1) : []),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
