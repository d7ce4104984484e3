import { existsSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { usageError } from '../exit.ts'
import type { Io } from '../io.ts'

/** The keys that the demo works with. */
export type SampleFiles = Readonly<Record<keyof typeof places, string>>

/** From here up to the package, and further up to the repository; from `dist` it is as far. */
const places = {
  key: '../../../../keys-sample/dsc-vaccination.key.pem',
  dsc: '../../../../keys-sample/dsc-vaccination.pem',
  facility: '../../../../keys-sample/facility.pem',
  trustList: '../../../../keys-sample/trust-list.json',
}

/**
 * Finds the sample keys. The paths start from the current folder, so that they can be typed again.
 * @throws CommanderError with exit code 2 outside a clone of the repository: the npm package carries no keys
 */
export function findSampleFiles(io: Io): SampleFiles {
  const found = Object.entries(places).map(([name, place]) => {
    const path = fileURLToPath(new URL(place, import.meta.url))
    if (!existsSync(path)) throw usageError('The demo needs a clone of the repository, where keys-sample lies.')
    return [name, relative(io.cwd, path)]
  })
  return Object.fromEntries(found) as SampleFiles
}
