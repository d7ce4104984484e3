import { join } from 'node:path'
import { Fault } from '@vaxcert/core'
import { type FieldValues, isRead } from '@vaxcert/records'
import { type Way, wayOfClean, wayOfListed } from '@vaxcert/records/match'
import { fileSource, openRecords, tableRows } from '@vaxcert/records/read'
import { listedRows } from '@vaxcert/records/worklist'

/** A row of a cleansed folder, and whether the register is asked about it. */
export interface RowToMatch {
  readonly row: number
  readonly values: Readonly<FieldValues>
  readonly way: Way
}

/**
 * The clean and the listed rows of a folder that `cleanse` wrote, in the order of their numbers. Memory: a batch.
 * @throws Fault `match.input` where a file is not one that `cleanse` wrote
 */
export async function* rowsToMatch(folder: string): AsyncGenerator<RowToMatch> {
  const [clean, listed] = [cleanRows(folder), listedToMatch(folder)]
  let [one, other] = [await clean.next(), await listed.next()]
  while (one.done !== true || other.done !== true) {
    if (other.done === true || (one.done !== true && one.value.row < other.value.row)) {
      yield one.value as RowToMatch
      one = await clean.next()
    } else {
      yield other.value
      other = await listed.next()
    }
  }
}

async function* cleanRows(folder: string): AsyncGenerator<RowToMatch, void> {
  const file = await openRecords(fileSource(join(folder, 'clean.csv')))
  const column = file.layout.headings.indexOf('row')
  for await (const batch of file.rows()) {
    for (const record of batch) {
      const row = isRead(record) ? Number(record.cells?.[column]) : Number.NaN
      if (!isRead(record) || !Number.isSafeInteger(row)) throw foreign()
      yield { row, values: record.values, way: wayOfClean(record.values) }
    }
  }
}

/** Doubles stay where they are: the row that stands for them goes on. */
async function* listedToMatch(folder: string): AsyncGenerator<RowToMatch, void> {
  const source = (name: string) => fileSource(join(folder, name))
  const doubles = doubleRows(folder)
  let double = await doubles.next()
  for await (const { row, values, findings } of listedRows({
    listed: source('listed.csv'),
    findings: source('findings.csv'),
  })) {
    while (double.done !== true && double.value < row) double = await doubles.next()
    const isDouble = double.done !== true && double.value === row
    yield { row, values, way: isDouble ? 'elsewhere' : wayOfListed(values, findings) }
  }
}

async function* doubleRows(folder: string): AsyncGenerator<number, void> {
  for await (const batch of tableRows(fileSource(join(folder, 'doubles.csv')), 'row')) {
    for (const { cells } of batch) {
      const row = Number(cells?.[0])
      if (Number.isSafeInteger(row)) yield row
      else if (cells?.[0] !== 'row') throw foreign()
    }
  }
}

function foreign(): Fault {
  return new Fault('match.input', 'this is no folder that cleanse wrote')
}
