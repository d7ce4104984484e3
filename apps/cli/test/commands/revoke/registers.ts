import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exactRevocation, readRevocationIndex, readTrustList, type TrustList } from '@vaxcert/core/trust'
import { verify } from '@vaxcert/core/verify'
import { folderChunks } from '../../../src/snapshot/folder-chunks.ts'
import { vaxcert } from '../../captured-io.ts'
import { keysSample, NOW } from '../../sample-certificates.ts'

export const trustFile: string = `${keysSample}/trust-list.json`
export const trust: TrustList = readTrustList(JSON.parse(readFileSync(trustFile, 'utf8')))

/** An identifier whose check character is right. */
export const uvci = 'URN:UVCI:01:VN:4JBSWY3DPEHPK3PXPABC#3'

let registers = 0

/** Runs `vaxcert revoke` on a register of its own, in a folder. */
export function onNewRegister(cwd: string) {
  registers += 1
  const register = `register-${registers}.ndjson`
  const path = join(cwd, register)
  return {
    path,
    revoke: (command: string, ...options: readonly string[]) =>
      vaxcert(['revoke', command, '--register', register, ...options], { cwd }),
    lines: () =>
      existsSync(path)
        ? readFileSync(path, 'utf8')
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => JSON.parse(line) as Record<string, string>)
        : [],
  }
}

/** What a verifier says of a certificate that holds the edition in a folder. */
export async function verdictBy(folder: string, certificate: string): Promise<string> {
  const index = readRevocationIndex(readFileSync(join(folder, 'revocation.index')))
  const revocation = exactRevocation(index, folderChunks(folder))
  const verdict = await verify(certificate, { trust, at: NOW, revocation })
  return 'code' in verdict ? verdict.code : verdict.kind
}
