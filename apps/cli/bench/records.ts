// npm run -s ts -- apps/cli/bench/records.ts [--json] [--rounds N] [--dirt real]: rows a CPU-second through all row rules, and
// how much of the bare parsing's speed is left; of nearly clean rows, or of an invented province with its lists.
import { type Context, cleanseRow, isRead, limits2022 } from '@vaxcert/records'
import { bytesSource, openRecords, surveyColumns } from '@vaxcert/records/read'
import { inferSchema, initParser } from 'udsv'
import type { Dirt } from '../src/invented/column-forms.ts'
import { type Case, measure, median, medianRatio } from './measure.ts'
import { inventedFile, provinceFile } from './records-files.ts'

/** Rows of the file, larger than what any memo table holds of names. */
const ROWS = 20_000

const dirtFlag = process.argv.indexOf('--dirt')
const { text, codes, confirmed } =
  dirtFlag < 0 ? inventedFile(ROWS) : provinceFile(ROWS, process.argv[dirtFlag + 1] as Dirt)
const file = await openRecords(bytesSource('doses.csv', new TextEncoder().encode(text)))
const survey = await surveyColumns(file.rows(), limits2022)
const context: Context = { survey, limits: limits2022, today: '2022-05-31', confirmed, codes }

/** Goes over the whole file so many times. */
function over(pass: () => Promise<void> | void): (times: number) => Promise<void> {
  return async (times) => {
    for (let done = 0; done < times; done += 1) await pass()
  }
}

function parse(): void {
  initParser(inferSchema(text)).stringArrs(text)
}

async function read(each: (row: Parameters<typeof cleanseRow>[0]) => void): Promise<void> {
  for await (const batch of file.rows()) for (const row of batch) if (isRead(row)) each(row)
}

const dispositions = { clean: 0, listed: 0, refused: 0 }
const cases: readonly Case[] = [
  { name: 'bare parse', run: over(parse) },
  { name: 'read', run: over(() => read(() => {})) },
  {
    name: 'read and cleanse',
    run: over(() =>
      read((row) => {
        dispositions[cleanseRow(row, context).disposition] += 1
      }),
    ),
  },
]

const roundsFlag = process.argv.indexOf('--rounds')
const rates = await measure(cases, roundsFlag < 0 ? 7 : Number(process.argv[roundsFlag + 1]))
const rateOf = (name: string): readonly number[] => (rates.get(name) ?? []).map((passes) => passes * ROWS)
const [bare, reading, both] = ['bare parse', 'read', 'read and cleanse'].map(rateOf) as [number[], number[], number[]]
const rules = both.map((rate, round) => 1 / (1 / rate - 1 / (reading[round] ?? Number.NaN)))
const result = {
  rowsPerCpuSecond: { bare: median(bare), read: median(reading), rules: median(rules), readAndCleanse: median(both) },
  ofBareParse: { rules: medianRatio(rules, bare), readAndCleanse: medianRatio(both, bare) },
}
if (process.argv.includes('--json')) console.log(JSON.stringify(result))
else console.log(result, dispositions)
