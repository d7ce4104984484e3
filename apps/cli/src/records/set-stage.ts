import { type Database, type SetMeasures, setFindings } from '@vaxcert/records/sets'
import type { SetStage } from './row-pass.ts'

/** Judges the whole set in a database that is opened for it, and gone after it. */
export function setStage(open: () => Promise<Database>, measures: () => SetMeasures): SetStage {
  return async function* judge(rows) {
    const database = await open()
    try {
      yield* setFindings(rows, measures(), database)
    } finally {
      await database.close()
    }
  }
}
