import { resolve } from 'node:path'
import { Fault } from '@vaxcert/core'
import { type FieldValues, isRead } from '@vaxcert/records'
import { fileSource, openRecords } from '@vaxcert/records/read'
import type { Io } from '../io.ts'

/**
 * The doses of a cleansed file, one after the other.
 * @throws Fault `record.shape` for a row that cannot be read: a cleansed file has none
 */
export async function* doseRows(path: string, io: Io): AsyncGenerator<Readonly<FieldValues>> {
  const file = await openRecords(fileSource(resolve(io.cwd, path)))
  for await (const batch of file.rows()) {
    for (const row of batch) {
      if (!isRead(row)) throw new Fault('record.shape', `row ${row.place.row} of the doses cannot be read`)
      yield row.values
    }
  }
}
