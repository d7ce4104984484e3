import { resolve } from 'node:path'
import { Fault } from '@vaxcert/core'
import {
  type CheckOptions,
  type ConfirmationVerdict,
  checkConfirmation,
  confirmationPrint,
  readConfirmation,
} from '@vaxcert/records/confirm'
import { fileSource, tableRows } from '@vaxcert/records/read'
import { usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { readText } from './json-files.ts'
import { confirmWords } from './words-lists.ts'

/** What a file of a confirmation is worth; `print` where it can be read. */
export interface CheckedFile {
  readonly path: string
  readonly verdict: ConfirmationVerdict
  readonly print: string
}

/** Reads and checks a confirmation. One that was handed in before, in this run, is refused. */
export async function checkFile(
  path: string,
  how: CheckOptions,
  before: ReadonlySet<string>,
  io: Io,
): Promise<CheckedFile> {
  let print = ''
  try {
    const confirmation = readConfirmation(await readText(path, io))
    print = confirmationPrint(confirmation)
    if (before.has(print)) return { path, print, verdict: { kind: 'refused', code: 'confirm.repeated' } }
    return { path, print, verdict: await checkConfirmation(confirmation, how) }
  } catch (error) {
    if (error instanceof Fault && error.code in confirmWords)
      return { path, print, verdict: { kind: 'refused', code: error.code as 'confirm.shape' } }
    throw error
  }
}

/**
 * The prints in `seen.csv` of earlier checks.
 * @throws CommanderError with exit code 2 where a file is none
 */
export async function readSeen(paths: readonly string[], io: Io): Promise<ReadonlySet<string>> {
  const seen = new Set<string>()
  for (const path of paths) {
    for await (const rows of tableRows(fileSource(resolve(io.cwd, path)), 'print')) {
      for (const { cells = [], line } of rows) {
        const [print = ''] = cells
        if (line === 1 ? print !== 'print' : !/^[0-9a-f]{64}$/.test(print)) {
          throw usageError('The file of --seen must be seen.csv of an earlier check.')
        }
        if (line > 1) seen.add(print)
      }
    }
  }
  return seen
}
