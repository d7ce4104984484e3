import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { GivenCertificate } from '@vaxcert/batch'
import { MAX_TEXT_LENGTH } from '@vaxcert/core/dcc'
import { readChunks } from '../inputs/files.ts'
import { readLines } from '../inputs/lines.ts'
import type { Io } from '../io.ts'
import { PART } from '../paper/part-file.ts'
import { LIST } from './export-forms.ts'

/** What `vaxcert batch export` wrote into a folder, as it is read. */
export interface Output {
  readonly certificates: AsyncIterable<GivenCertificate>
  /** Once all are read: how many of the pictures that are named are not there, or empty. */
  absent(): number
}

/** Room for the longest text, and for what stands beside it. */
const MAX_LINE_BYTES = 4 * MAX_TEXT_LENGTH

export function readOutput(folder: string, io: Io): Output {
  let absent = 0
  const missing = (): void => {
    absent += 1
  }
  return { certificates: certificatesIn(folder, missing, io), absent: () => absent }
}

/** A line that says nothing is a certificate that nobody knows. */
async function* certificatesIn(folder: string, missing: () => void, io: Io): AsyncGenerator<GivenCertificate> {
  for (const file of listsIn(folder)) {
    const path = join(folder, file)
    let line = 0
    for await (const text of readLines(readChunks(path, io), MAX_LINE_BYTES)) {
      line += 1
      const { picture, ...read } = readLine(text)
      if (picture !== undefined && isEmpty(join(dirname(path), picture))) missing()
      yield { file, line, ...read }
    }
  }
}

function isEmpty(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0
}

/** Lists lie in the folder, or in folders of pictures and pages within; what was not finished counts for nothing. */
function listsIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.endsWith(PART))
    .flatMap((entry) => (entry.isDirectory() ? [join(entry.name, LIST)] : [entry.name]))
    .filter((name) => name.endsWith('.ndjson') && existsSync(join(folder, name)))
    .toSorted()
}

/** What JSON.parse throws quotes its input, so it goes no further. */
function readLine(line: string): Pick<GivenCertificate, 'uvci' | 'text' | 'name'> & { readonly picture?: string } {
  try {
    const read = JSON.parse(line) as Readonly<Record<string, unknown>>
    const { uvci, text, file, source, dose_id: doseId, version, renewal, facility } = read
    if (typeof uvci !== 'string' || typeof text !== 'string') return NONE
    const name = { source, doseId, version, renewal, facility }
    return { uvci, text, name, ...(typeof file === 'string' && !file.includes('/') && { picture: file }) }
  } catch {
    return NONE
  }
}

const NONE = { uvci: '', text: '', name: {} }
