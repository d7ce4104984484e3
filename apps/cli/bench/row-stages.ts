// A program of bench:records: CPU seconds of bare parsing, of reading, and of reading with all row rules, over one file.
import { createReadStream } from 'node:fs'
import { type Context, cleanseRow, isRead, limits2022 } from '@vaxcert/records'
import { fileSource, openRecords, surveyColumns } from '@vaxcert/records/read'
import { inferSchema, initParser, type Parser } from 'udsv'
import { readCodeLists } from '../src/records/code-lists.ts'

const [, , folder = ''] = process.argv
const path = `${folder}/doses.csv`
const lists = Object.fromEntries(['lots', 'facilities', 'communes', 'cancelled'].map((name) => [name, `${name}.csv`]))

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

async function parse(): Promise<void> {
  let parser: Parser | undefined
  for await (const text of createReadStream(path, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
    parser ??= initParser(inferSchema(text))
    parser.chunk<[]>(text, parser.stringArrs, () => {})
  }
  parser?.end()
}

const file = await openRecords(fileSource(path))
const codes = readCodeLists(lists, folder)

async function read(each: (row: Parameters<typeof cleanseRow>[0]) => void): Promise<void> {
  for await (const batch of file.rows()) for (const row of batch) if (isRead(row)) each(row)
}

const bare = await seconds(parse)
const survey = await surveyColumns(file.rows(), limits2022)
const context: Context = { survey, limits: limits2022, codes, today: '2022-05-31', confirmed: new Map() }
const reading = await seconds(() => read(() => {}))
const both = await seconds(() => read((row) => cleanseRow(row, context)))
console.log(JSON.stringify({ rows: survey.rows, bare, reading, rules: both - reading }))
