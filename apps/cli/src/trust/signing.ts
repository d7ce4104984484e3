import { join } from 'node:path'
import { Fault } from '@vaxcert/core'
import type { Signer } from '@vaxcert/core/cose'
import { addSignature } from '@vaxcert/core/trust/publish'
import type { Disk } from '../snapshot/disk.ts'
import { readListFiles } from '../snapshot/layout.ts'
import { replaceFile } from '../snapshot/replace-file.ts'
import { isNamed, missingSignatures, type StagedFile, stagedFiles } from './staged-files.ts'

/**
 * What a key is to sign of a staged folder: the files that still lack a signature of a role that names it. Those that
 * have enough are left as they are.
 * @throws Fault `stage.no-role` when no root names the key, `stage.empty`, and what `stagedFiles` throws
 */
export function filesToSign(folder: string, { kid }: Signer): readonly StagedFile[] {
  const files = stagedFiles(readListFiles(folder))
  if (files.length === 0) throw new Fault('stage.empty', 'nothing staged')
  if (!files.some(({ roles }) => roles.some((role) => isNamed(role, kid)))) {
    throw new Fault('stage.no-role', 'key is not named by the root')
  }
  return files.filter((file) => missingSignatures(file).some(({ role }) => isNamed(role, kid)) && !hasSigned(file, kid))
}

/** Signs and writes each file. */
export async function signFiles(
  folder: string,
  files: readonly StagedFile[],
  signer: Signer,
  disk: Disk,
): Promise<void> {
  const signed = await Promise.all(files.map(({ file }) => addSignature(file, signer)))
  for (const [index, { name }] of files.entries()) replaceFile(join(folder, name), signed[index] as Uint8Array, disk)
}

function hasSigned({ draft }: StagedFile, kid: Uint8Array): boolean {
  return draft.signedBy.some((other) => Buffer.compare(other, kid) === 0)
}
