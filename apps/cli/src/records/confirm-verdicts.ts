import { resolve } from 'node:path'
import { Fault } from '@vaxcert/core'
import {
  type CheckOptions,
  type ConfirmationVerdict,
  checkConfirmation,
  confirmationPrint,
  type RightVerdict,
  readConfirmation,
  readSigningUnits,
} from '@vaxcert/records/confirm'
import { fileSource, tableRows } from '@vaxcert/records/read'
import { usageError } from '../exit.ts'
import type { Io } from '../io.ts'
import { readJson, readText } from './json-files.ts'
import { readCertificate } from './sealer.ts'
import { confirmWords } from './words-lists.ts'

/** What a file of a confirmation is worth; `print` where it can be read. */
export interface CheckedFile {
  readonly path: string
  readonly verdict: ConfirmationVerdict
  readonly print: string
}

/** What confirmations are checked with: files, and the moment. */
export interface ConfirmFiles {
  /** Register of units, JSON. */
  readonly units: string
  /** Certificates of the CAs that issue to units, PEM. */
  readonly ca: readonly string[]
  /** seen.csv of earlier checks. */
  readonly seen: readonly string[]
  readonly at: Date
}

/** All that were handed in, those that are right, and what earlier checks had seen. */
export interface CheckedConfirmations {
  readonly files: readonly CheckedFile[]
  readonly right: readonly RightVerdict[]
  readonly seen: ReadonlySet<string>
}

/** Reads and checks confirmations. */
export async function checkConfirmations(
  paths: readonly string[],
  { units, ca, seen: seenFiles, at }: ConfirmFiles,
  io: Io,
): Promise<CheckedConfirmations> {
  const how = {
    units: readSigningUnits(await readJson(units, io)),
    authorities: await Promise.all(ca.map((path) => readCertificate(path, io))),
    at,
    seen: await readSeen(seenFiles, io),
  }
  const prints = new Set<string>()
  const files: CheckedFile[] = []
  for (const path of paths) {
    const file = await checkFile(path, how, prints, io)
    prints.add(file.print)
    files.push(file)
  }
  const right = files.flatMap(({ verdict }) => (verdict.kind === 'right' ? [verdict] : []))
  return { files, right, seen: how.seen }
}

/** Reads and checks a confirmation. One that was handed in before, in this run, is refused. */
async function checkFile(path: string, how: CheckOptions, before: ReadonlySet<string>, io: Io): Promise<CheckedFile> {
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
