import { textFile } from '../../records/text-file.ts'
import { isoDay } from '../days.ts'
import type { SampleRow } from '../sample-row.ts'
import type { SampleTally } from '../write-sample.ts'

/** What is true of each row, in the order of the rows: one line for the row, then one for each error in it. */
export interface TruthFile {
  row(row: SampleRow, number: number, fate: Fate): void
  /** An error of the population register. */
  register(error: RegisterError): void
  tally(): Pick<SampleTally, 'rows' | 'doubles' | 'unreadable' | 'planted' | 'undetectable'>
  close(): void
}

interface Fate {
  readonly double: { readonly of: number; readonly rule: string } | undefined
  readonly unreadable: string | undefined
}

export interface RegisterError {
  readonly person: number
  readonly field: 'name' | 'birth_date' | 'sex'
  readonly planted: string
  readonly right: string
}

export function openTruth(path: string): TruthFile {
  const file = textFile(path)
  const line = (value: object): void => file.write(`${JSON.stringify(value)}\n`)
  const planted: Record<string, number> = {}
  let [rows, doubles, unreadable, undetectable] = [0, 0, 0, 0]
  return {
    row(sample, row, { double, unreadable: reason }) {
      rows += 1
      line(truthOf(sample, row))
      if (double !== undefined) line({ row, double_of: double.of, rule: double.rule })
      if (double !== undefined) doubles += 1
      if (reason !== undefined) unreadable += 1
      if (reason !== undefined) return line({ row, unreadable: reason })
      for (const error of sample.planted) {
        if (error.rule === undefined) undetectable += 1
        else planted[error.rule] = (planted[error.rule] ?? 0) + 1
        line({ row, ...error })
      }
    },
    register: (error) => line({ register: error.person, ...error }),
    tally: () => ({ rows, doubles, unreadable, planted, undetectable }),
    close: file.close,
  }
}

/** Whose row it is, and what its key fields say in truth: so that a reading can be held against it, not a fix alone. */
function truthOf({ person, dose }: SampleRow, row: number): object {
  const { id, sex, birthDate, nationality } = person
  return {
    ...{ row, person: id, dose: dose.number, sex, birth_date: birthDate, nationality },
    ...{ dose_date: isoDay(dose.day), product: dose.mp },
  }
}
