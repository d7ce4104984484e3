// npm run -s ts -- apps/cli/bench/records.ts [--json] [--rounds N] [--dirt real]: rows a CPU-second through all row rules, and
// how much of the bare parsing's speed is left; of nearly clean rows, or of an invented province with its lists.
import type { Dirt } from '../src/invented/column-forms.ts'
import { measure } from './measure.ts'
import { recordCases } from './record-cases.ts'
import { inventedFile, provinceFile } from './records-files.ts'

/** Rows of the file, larger than what any memo table holds of names. */
const ROWS = 20_000

const [dirtFlag, roundsFlag] = ['--dirt', '--rounds'].map((flag) => process.argv.indexOf(flag)) as [number, number]
const measured = dirtFlag < 0 ? inventedFile(ROWS) : provinceFile(ROWS, process.argv[dirtFlag + 1] as Dirt)
const { cases, figures } = await recordCases(measured)
const result = figures(await measure(cases, roundsFlag < 0 ? 7 : Number(process.argv[roundsFlag + 1])))
console.log(process.argv.includes('--json') ? JSON.stringify(result) : result)
