import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { usageError } from '../exit.ts'
import { makeFolder } from '../make-folder.ts'

/** Says that a folder is a demo's, so that the next demo may replace what is in it. */
const MARK = 'made-by-demo.txt'

const written = [
  ...['records', 'cleansed', 'matched', 'lists', 'units.json', 'confirmations', 'confirmed'],
  ...['certificates', 'certificates.ndjson', 'refused.csv', 'report'],
]

/**
 * Keeps real certificates out of the folder of a demo, and out of those below it, where the next demo would remove them.
 * @throws CommanderError with exit code 2
 */
export function refuseDemoFolder(path: string): void {
  for (let at = path; dirname(at) !== at; at = dirname(at)) {
    if (existsSync(join(at, MARK))) {
      throw usageError(
        'The output folder belongs to the demo, which removes what lies there. Choose another with --out.',
      )
    }
  }
}

/**
 * Makes the folder of a demo and removes what an earlier one wrote.
 * @throws CommanderError with exit code 2 when results lie there that no demo made
 */
export async function clearDemoFolder(path: string): Promise<void> {
  const isOurs = existsSync(join(path, MARK))
  if (!isOurs && written.some((name) => existsSync(join(path, name)))) {
    throw usageError('The output folder holds results that no demo made. Choose another one with --out.')
  }
  for (const name of written) await rm(join(path, name), { recursive: true, force: true })
  makeFolder(path)
  await writeFile(join(path, MARK), 'Sample data, written by `vaxcert demo`. The next demo replaces it.\n')
}
