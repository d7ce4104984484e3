import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Io } from '../io.ts'
import { progressLine } from '../progress.ts'
import { jsonLine } from '../terminal.ts'
import { type CertificateLine, certificateLines } from './certificate-lines.ts'
import { openPaperFolder, type PaperFolder, type PaperOptions, type Printed } from './paper-folder.ts'

/** What came of a run. `certificates` is `printed` and all of `unprinted`. */
export interface PrintTally {
  readonly certificates: number
  readonly printed: number
  /** How many codes have modules too small for many cameras. */
  readonly fine: number
  /** How many have no page, by code. */
  readonly unprinted: ReadonlyMap<string, number>
  /** Names of the documents, relative to the folder. */
  readonly files: readonly string[]
}

/**
 * Prints a file of certificates into a folder; each line that has no page goes to `unprinted.ndjson`, with its reason and
 * as it stood.
 * @throws CommanderError with exit code 2 when the file cannot be read or the folder is in use
 */
export async function printFile(path: string, out: string, options: PaperOptions, io: Io): Promise<PrintTally> {
  const folder = openPaperFolder(out, options)
  const unprinted = await open(join(out, 'unprinted.ndjson'), 'w', 0o600)
  const counts = { certificates: 0, printed: 0, fine: 0 }
  const codes = new Map<string, number>()
  const progress = progressLine(io.stderr, 'page')
  try {
    for await (const line of certificateLines(path, io)) {
      const printed = await printLine(line, folder)
      counts.certificates += 1
      if (printed.ok) {
        counts.printed += 1
        if (printed.isFine) counts.fine += 1
      } else {
        codes.set(printed.code, (codes.get(printed.code) ?? 0) + 1)
        await unprinted.appendFile(unprintedLine(line, printed))
      }
      progress(counts.certificates)
    }
    return { ...counts, unprinted: codes, files: await folder.close() }
  } finally {
    progress()
    await unprinted.close()
  }
}

async function printLine({ certificate }: CertificateLine, folder: PaperFolder): Promise<Printed> {
  return certificate === undefined ? { ok: false, code: 'record.shape' } : folder.print(certificate)
}

function unprintedLine({ line, source }: CertificateLine, { code, field }: Extract<Printed, { ok: false }>): string {
  return jsonLine({ line, code, ...(field === undefined ? {} : { field }), source })
}
