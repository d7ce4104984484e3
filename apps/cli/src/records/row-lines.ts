import { createReadStream, existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { RunFolder } from './run-folder.ts'
import { textFile } from './text-file.ts'

const BLOCK = 256 * 1024

/** A file of JSON lines in the folder of a run that stands there whole or not at all. */
export interface LineWriter {
  write(line: object): void
  /** Puts the file in its place. */
  finish(): void
  /** Leaves it unfinished, unless it is finished. */
  close(): void
}

export function lineWriter({ path }: RunFolder, name: string): LineWriter {
  const part = join(path, `${name}.part`)
  const file = textFile(part)
  let isOpen = true
  const close = (): void => {
    if (isOpen) file.close()
    isOpen = false
  }
  return {
    write: (line) => file.write(`${JSON.stringify(line)}\n`),
    finish() {
      file.sync()
      close()
      renameSync(part, join(path, name))
    },
    close,
  }
}

/** The lines of such a file, some at a time; of one that is not there, none. */
export async function* readLines<Line>({ path }: RunFolder, name: string): AsyncGenerator<readonly Line[]> {
  if (!existsSync(join(path, name))) return
  let rest = ''
  for await (const block of createReadStream(join(path, name), { encoding: 'utf8', highWaterMark: BLOCK })) {
    const lines = `${rest}${block}`.split('\n')
    rest = lines.pop() ?? ''
    yield lines.map((line) => JSON.parse(line) as Line)
  }
}
