import { type Context, cleanseRow, isRead, limits2022 } from '@vaxcert/records'
import { bytesSource, openRecords, surveyColumns } from '@vaxcert/records/read'
import { inferSchema, initParser } from 'udsv'
import { type Case, median, medianRatio } from './measure.ts'
import type { MeasuredFile } from './records-files.ts'

/** How a file of records is gone over: parsed and no more, read into fields, and read and judged by all row rules. */
export interface RecordCases {
  readonly cases: readonly Case[]
  figures(rates: ReadonlyMap<string, readonly number[]>): RecordFigures
}

export interface RecordFigures {
  readonly rowsPerCpuSecond: { bare: number; read: number; rules: number; readAndCleanse: number }
  /** Share of the speed of bare parsing. */
  readonly ofBareParse: { rules: number; readAndCleanse: number }
}

const names = { bare: 'bare parse', read: 'read', both: 'read and cleanse' } as const

/** Goes over the whole file so many times. */
function over(pass: () => Promise<void> | void): (times: number) => Promise<void> {
  return async (times) => {
    for (let done = 0; done < times; done += 1) await pass()
  }
}

export async function recordCases({ text, codes, confirmed }: MeasuredFile): Promise<RecordCases> {
  const file = await openRecords(bytesSource('doses.csv', new TextEncoder().encode(text)))
  const survey = await surveyColumns(file.rows(), limits2022)
  const context: Context = { survey, limits: limits2022, today: '2022-05-31', confirmed, codes }
  const read = async (each: (row: Parameters<typeof cleanseRow>[0]) => void): Promise<void> => {
    for await (const batch of file.rows()) for (const row of batch) if (isRead(row)) each(row)
  }
  const parse = (): void => {
    initParser(inferSchema(text)).stringArrs(text)
  }
  return {
    cases: [
      { name: names.bare, run: over(parse) },
      { name: names.read, run: over(() => read(() => {})) },
      { name: names.both, run: over(() => read((row) => cleanseRow(row, context))) },
    ],
    figures: (rates) => figuresOf(rates, survey.rows),
  }
}

function figuresOf(rates: ReadonlyMap<string, readonly number[]>, rows: number): RecordFigures {
  const rateOf = (name: string): readonly number[] => (rates.get(name) ?? []).map((passes) => passes * rows)
  const [bare, read, both] = [rateOf(names.bare), rateOf(names.read), rateOf(names.both)]
  const rules = both.map((rate, round) => 1 / (1 / rate - 1 / (read[round] ?? Number.NaN)))
  const rounded = (rate: readonly number[]): number => Math.round(median(rate))
  const ratio = (rate: readonly number[]): number => Number(medianRatio(rate, bare).toPrecision(3))
  return {
    rowsPerCpuSecond: {
      ...{ bare: rounded(bare), read: rounded(read), rules: rounded(rules), readAndCleanse: rounded(both) },
    },
    ofBareParse: { rules: ratio(rules), readAndCleanse: ratio(both) },
  }
}
