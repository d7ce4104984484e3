import { mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Fault } from '@vaxcert/core/fault'
import type { LogFile } from './log-files.ts'

/**
 * Writes a log into a folder that is not there yet, or empty. Each file appears whole or not at all. Answers how many.
 * @throws Fault `log.exists` when something is in the folder
 */
export async function writeLog(folder: string, files: AsyncIterable<LogFile>): Promise<number> {
  let written = 0
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > 0) throw new Fault('log.exists', 'the folder is not empty')
  for await (const { path, bytes } of files) {
    const place = join(folder, path)
    await mkdir(dirname(place), { recursive: true })
    await writeFile(`${place}.next`, bytes, { flush: true })
    await rename(`${place}.next`, place)
    written += 1
  }
  return written
}
