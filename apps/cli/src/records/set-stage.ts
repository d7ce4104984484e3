import type { Database } from '@vaxcert/records/database'
import { type SetMeasures, setFindings } from '@vaxcert/records/sets'
import type { SetStage } from './row-pass.ts'

/** Judges the whole set in a database that is opened for it, and gone after it. Lists that cannot be used are told before. */
export function setStage(open: () => Promise<Database>, measures: () => SetMeasures): SetStage {
  return async function* judge(rows, progress) {
    const { given, received } = measures()
    await readThrough(given)
    await readThrough(received)
    const database = await open()
    try {
      yield* setFindings(rows, measures(), database, progress)
    } finally {
      await database.close()
    }
  }
}

async function readThrough(list: AsyncIterable<unknown> = none()): Promise<void> {
  for await (const _ of list);
}

async function* none(): AsyncGenerator<never> {}
