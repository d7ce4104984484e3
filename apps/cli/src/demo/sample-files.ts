import { existsSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { usageError } from '../exit.ts'
import type { Io } from '../io.ts'

/** What the demo works on. */
export type SampleFiles = Readonly<Record<keyof typeof places, string>>

/** From here up to the package, and further up to the repository; from `dist` it is as far. */
const places = {
  doses: '../../sample/doses.csv',
  key: '../../../../keys-sample/dsc-vaccination.key.pem',
  dsc: '../../../../keys-sample/dsc-vaccination.pem',
  trustList: '../../../../keys-sample/trust-list.json',
}

/**
 * Finds the sample doses and the sample keys. The paths start from the current folder, so that they can be typed again.
 * @throws CommanderError with exit code 2 outside a clone of the repository: the npm package carries no keys
 */
export function findSampleFiles(io: Io): SampleFiles {
  const find = (place: string) => {
    const path = fileURLToPath(new URL(place, import.meta.url))
    if (!existsSync(path)) throw usageError('The demo needs a clone of the repository, where keys-sample lies.')
    return relative(io.cwd, path)
  }
  return { doses: find(places.doses), key: find(places.key), dsc: find(places.dsc), trustList: find(places.trustList) }
}
