import { Fault } from '@vaxcert/core/fault'
import { saysNotGiven } from '../dose/status.ts'
import type { RecordSource } from '../read/source.ts'
import { type CountedClass, classOf } from './measures.ts'
import { namedRows } from './named-rows.ts'

/** What `cleanse` wrote. */
export interface CleansedFiles {
  readonly clean: RecordSource
  readonly listed: RecordSource
  readonly refused: RecordSource
  readonly doubles: RecordSource
}

/** A dose that was entered. */
export interface EnteredDose {
  readonly doseId: string
  readonly personId: string
  readonly facility: string
  readonly doseClass: CountedClass
  readonly doseDate: string
  readonly entryDate: string
  readonly entryMode: string
  readonly isListed: boolean
  /** Rules that keep it waiting, with blanks between. */
  readonly rules: string
  /** Merged into another row: no dose of its own. */
  readonly isDouble: boolean
  /** Its status says that nothing was injected. It waits on a list until somebody decides. */
  readonly isNotGiven: boolean
}

const columns = [
  ...(['row', 'dose_id', 'person_id', 'facility', 'dose_class', 'dose_number', 'dose_date', 'entry_date'] as const),
  ...(['entry_mode', 'status', 'product'] as const),
] as const
const FAULT = 'report.cleansed'

/**
 * The rows that could be read, clean ones first.
 * @throws Fault `report.cleansed` where a file is none of `cleanse`
 */
export async function* enteredDoses({ clean, listed, doubles }: CleansedFiles): AsyncGenerator<EnteredDose> {
  for await (const cells of namedRows(clean, columns, FAULT)) yield doseOf(cells, { isListed: false, isDouble: false })
  const isMerged = await doubleFinder(doubles)
  for await (const cells of namedRows(listed, [...columns, 'rules'], FAULT)) {
    yield doseOf(cells, { isListed: true, isDouble: await isMerged(Number(cells[0])) })
  }
}

/** Rows that could not be read; heading rows in the midst of a file are none. */
export async function refusedRows({ refused }: CleansedFiles): Promise<{ rows: number; headings: number }> {
  const counted = { rows: 0, headings: 0 }
  for await (const [reason] of namedRows(refused, ['reason'], FAULT)) {
    counted.rows += 1
    if (reason === 'heading') counted.headings += 1
  }
  return counted
}

function doseOf(cells: readonly string[], fate: Pick<EnteredDose, 'isListed' | 'isDouble'>): EnteredDose {
  const [, doseId = '', personId = '', facility = '', doseClass = '', doseNumber = '', ...others] = cells
  const [doseDate = '', entryDate = '', entryMode = '', status = '', product = '', rules = ''] = others
  return {
    ...{ doseId, personId, facility, doseDate, entryDate, entryMode, rules },
    ...fate,
    doseClass: classOf(doseClass, doseNumber, product),
    isNotGiven: saysNotGiven(status),
  }
}

/** Both files are in the order of rows: neither is held. Rows are to be asked for in that order. */
async function doubleFinder(doubles: RecordSource): Promise<(row: number) => Promise<boolean>> {
  const rows = namedRows(doubles, ['row'], FAULT)
  const nextRow = async (): Promise<number> => {
    const { done, value } = await rows.next()
    return done === true ? Number.POSITIVE_INFINITY : rowNumber(value[0])
  }
  let next = await nextRow()
  return async (row) => {
    while (next < rowNumber(`${row}`)) next = await nextRow()
    return next === row
  }
}

function rowNumber(text: string): number {
  if (!/^[1-9]\d{0,15}$/.test(text)) throw new Fault(FAULT, 'a row has no number')
  return Number(text)
}
