import { Fault } from '@vaxcert/core/fault'
import type { RecordSource } from '../read/source.ts'
import { namedRows } from './named-rows.ts'

/** The identifiers of a table, in one of its columns. @throws Fault of the code, also where one is empty */
export async function* idsOf(source: RecordSource, column: string, fault: string): AsyncGenerator<string> {
  for await (const [id = ''] of namedRows(source, [column], fault)) {
    if (id === '') throw new Fault(fault, 'an identifier is empty')
    yield id
  }
}
