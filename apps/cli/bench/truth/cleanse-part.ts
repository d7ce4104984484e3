import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CleanseSummary } from '../../src/records/run-cleanse.ts'
import type { Part } from './parts.ts'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const loader = fileURLToPath(new URL('../../../../.ci/ts.mjs', import.meta.url))

/** Makes a sample in a folder, cleanses it with every rule, and holds it against what is true: by the commands themselves. */
export function heldAgainstTruth({ doses, seed, dirt }: Part, folder: string): CleanseSummary {
  const file = (name: string): string => join(folder, name)
  command('sample', '--doses', `${doses}`, '--seed', `${seed}`, '--dirt', dirt, '--out', folder)
  const lists = ['lots', 'facilities', 'communes', 'cancelled', 'counts'].flatMap((list) => [
    `--${list}`,
    file(`${list}.csv`),
  ])
  const known = ['--decisions', file('decisions.json'), '--today', '2022-05-31', '--truth', file('truth.ndjson')]
  return JSON.parse(command('cleanse', file('doses.csv'), '--out', file('out'), ...lists, ...known, '--json'))
}

/** Runs a command line; what it printed. An exit code of 1 is an answer too. */
function command(...argv: readonly string[]): string {
  const flags = ['--conditions=@vaxcert/source', '--import', loader]
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, main, ...argv], { encoding: 'utf8' })
  if (status !== 0 && status !== 1) throw new Error(`${argv[0]} ended with ${status}: ${stderr}`)
  return stdout
}
