import { MAX_TEXT_LENGTH, PREFIX } from '@vaxcert/core/dcc'
import { readChunks } from '../inputs/files.ts'
import { readLines } from '../inputs/lines.ts'
import type { Io } from '../io.ts'
import type { ToPrint } from './paper-folder.ts'

/** One line of a file of certificates; without `certificate` where it is none. */
export interface CertificateLine {
  readonly line: number
  readonly source: string
  readonly certificate?: ToPrint
}

/** Room for the longest text, and for what stands beside it. */
const MAX_LINE_BYTES = 4 * MAX_TEXT_LENGTH

/** Whose file a certificate goes into that names no facility. */
const NO_FACILITY = 'no-facility'

/**
 * The certificates of an NDJSON file as `vaxcert issue` and `vaxcert batch export` write it, or of a file of texts.
 * @throws CommanderError with exit code 2 when it cannot be read
 */
export async function* certificateLines(path: string, io: Io): AsyncGenerator<CertificateLine> {
  let line = 0
  for await (const source of readLines(readChunks(path, io), MAX_LINE_BYTES)) {
    line += 1
    const certificate = source.startsWith(PREFIX) ? { text: source } : readObject(source)
    if (certificate === undefined) yield { line, source }
    else yield { line, source, certificate: { id: `line-${line}`, facility: NO_FACILITY, ...certificate } }
  }
}

/** What JSON.parse throws quotes its input, so it goes no further. */
function readObject(source: string): (Partial<ToPrint> & { readonly text: string }) | undefined {
  try {
    const { text, dose_id: id, facility } = JSON.parse(source) as Readonly<Record<string, unknown>>
    if (typeof text !== 'string') return undefined
    return { text, ...(isName(id) ? { id } : {}), ...(isName(facility) ? { facility } : {}) }
  } catch {
    return undefined
  }
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
