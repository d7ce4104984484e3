import { type Authority, Fault, type IssueOptions, issue, type SignedDcc } from '@vaxcert/core'
import type { DoseFile, DoseRow } from '../doses/dose-file.ts'
import { type RequestOf, requestsFrom } from '../doses/requests.ts'
import type { CertificateFolder } from './certificate-folder.ts'

/** What came of a run. `rows` is `issued` and all of `refused`. */
export interface IssueTally {
  readonly rows: number
  readonly issued: number
  /** How many rows were refused, by code. */
  readonly refused: ReadonlyMap<string, number>
  /** The pictures written, or the texts where there are none, relative to the folder. */
  readonly files: readonly string[]
}

/** Told after each row. */
export type Progress = (done: number) => void

/**
 * Issues a certificate for every row that allows it and writes down every row that does not.
 * A Fault concerns one row; anything else ends the run.
 */
export async function issueRows(
  file: DoseFile,
  authority: Authority,
  options: IssueOptions,
  folder: CertificateFolder,
  progress: Progress,
): Promise<IssueTally> {
  const requestOf = requestsFrom(file)
  const refused = new Map<string, number>()
  const files: string[] = []
  for (const [index, row] of file.rows.entries()) {
    const outcome = await issueRow(row, requestOf, authority, options)
    if (outcome instanceof Fault) {
      refused.set(outcome.code, (refused.get(outcome.code) ?? 0) + 1)
      await folder.refuse(row, outcome.code)
    } else files.push((await folder.add(outcome.doseId, outcome.signed)).at(-1) ?? '')
    progress(index + 1)
  }
  return { rows: file.rows.length, issued: files.length, refused, files }
}

interface Issued {
  readonly doseId: string
  readonly signed: SignedDcc
}

async function issueRow(
  row: DoseRow,
  requestOf: RequestOf,
  authority: Authority,
  options: IssueOptions,
): Promise<Issued | Fault> {
  try {
    const request = requestOf(row)
    return { doseId: request.dose.id, signed: await issue(request, authority, options) }
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}
