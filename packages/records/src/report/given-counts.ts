import { Fault } from '@vaxcert/core/fault'
import { isDay } from '../dates/days.ts'
import type { RecordSource } from '../read/source.ts'
import { type CountedClass, countedClasses } from './measures.ts'
import { namedRows } from './named-rows.ts'

/** Doses that a facility counted on paper on a day. */
export interface GivenDoses {
  /** Code; '' for doses given abroad. */
  readonly facility: string
  /** "2021-09-15". */
  readonly day: string
  readonly doseClass: CountedClass
  readonly given: number
}

const columns = ['facility', 'day', 'dose_class', 'given'] as const

/**
 * Counts on paper, row by row: CSV with `facility,day,dose_class,given`; classes are `dose-1`, `dose-2`, `dose-3`,
 * `additional`, `booster`, `unknown`.
 * @throws Fault `report.counts`
 */
export async function* givenDoses(source: RecordSource): AsyncGenerator<GivenDoses> {
  for await (const [facility, day, told, count] of namedRows(source, columns, 'report.counts')) {
    const doseClass = countedClasses.find((one) => one === told)
    const isRight = /^\d{1,9}$/.test(count) && isWritten(day) && facility.length <= 100
    if (!isRight || doseClass === undefined) throw new Fault('report.counts', 'a row is no count of doses')
    yield { facility, day, doseClass, given: Number(count) }
  }
}

function isWritten(day: string): boolean {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? []
  return isDay(Number(year), Number(month), Number(date))
}
