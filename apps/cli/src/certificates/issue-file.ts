import { type Authority, verify } from '@vaxcert/core'
import { trustList } from '@vaxcert/core/trust'
import type { DoseFile } from '../doses/dose-file.ts'
import type { Io } from '../io.ts'
import { progressLine } from '../progress.ts'
import { openCertificateFolder, type QrForm } from './certificate-folder.ts'
import { type IssueTally, issueRows } from './issue-rows.ts'

export interface IssueFileOptions {
  /** Folder to write into. */
  readonly out: string
  readonly qr: QrForm
  readonly issuedAt: Date
  readonly expiresAt?: Date
}

/**
 * Issues certificates for a file of doses into a folder. Each is read back through `verify`, in the strict
 * profile, before it is written: nothing leaves that our own verifier would refuse.
 */
export async function issueFile(
  file: DoseFile,
  authority: Authority,
  { out, qr, ...validity }: IssueFileOptions,
  io: Io,
): Promise<IssueTally> {
  const options = { trust: trustList([authority.documentSigner]), at: validity.issuedAt, profile: 'strict' } as const
  const readBack = (text: string) => verify(text, options)
  const folder = await openCertificateFolder(out, file, qr)
  const progress = progressLine(io.stderr, 'issuing', file.rows.length)
  try {
    return await issueRows(file, authority, { ...validity, readBack }, folder, progress)
  } finally {
    progress()
    await folder.close()
  }
}
