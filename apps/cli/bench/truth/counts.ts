import { readFileSync } from 'node:fs'
import type { GivenCount } from '@vaxcert/records/sets'

/** Doses counted on paper, of a sample's counts.csv: no cell of it is quoted. */
export async function* countsOf(path: string): AsyncGenerator<GivenCount> {
  for (const line of readFileSync(path, 'utf8').split('\r\n').slice(1, -1)) {
    const [facility = '', day = '', , given = ''] = line.split(',')
    yield { facility, day, given: Number(given) }
  }
}
