import { fstatSync, readSync } from 'node:fs'

/** Whether the last line of a file is part of one: what is written behind it would be lost with it. */
export function isCut(file: number): boolean {
  const { size } = fstatSync(file)
  const last = Buffer.alloc(1)
  return size > 0 && readSync(file, last, 0, 1, size - 1) === 1 && last.toString() !== '\n'
}
