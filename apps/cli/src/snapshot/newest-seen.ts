import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Fault } from '@vaxcert/core'
import type { Disk } from './disk.ts'
import { readFileOf } from './read-file.ts'
import { replaceFile } from './replace-file.ts'

const NAME = 'newest'
const MAX_BYTES = 256

/** Nobody signs this file, so it carries a sum against damage: `STATE SECONDS SUM`. */
const form = /^((\S+) (\d{1,16})) ([0-9a-f]{64})\n$/

/**
 * The newest time seen while this state was held, in seconds since 1970; 0 when none was written for it yet.
 * @throws Fault `held.damaged`
 */
export function readNewest(folder: string, state: string): number {
  const file = readFileOf(folder, NAME, MAX_BYTES)
  if (file === undefined) return 0
  const [, text = '', of, seconds, sum] = form.exec(Buffer.from(file).toString('latin1')) ?? []
  if (of === undefined || sum !== sumOf(text)) throw new Fault('held.damaged', 'the newest time seen')
  return of === state ? Number(seconds) : 0
}

/** Writes it in one step. */
export function writeNewest(folder: string, state: string, seconds: number, disk: Disk): void {
  const text = `${state} ${Math.floor(seconds)}`
  replaceFile(join(folder, NAME), Buffer.from(`${text} ${sumOf(text)}\n`), disk)
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
