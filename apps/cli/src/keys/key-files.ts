import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Fault } from '@vaxcert/core'
import { makeFolder } from '../make-folder.ts'
import { certificateBytes } from './certificate-bytes.ts'
import type { CertifiedKey } from './certificates.ts'

/** Where a certified key lies: `PREFIX.pem` is its certificate, `PREFIX.key.pem` its private key. */
export function keyPaths(prefix: string): { readonly certificate: string; readonly privateKey: string } {
  return { certificate: `${prefix}.pem`, privateKey: `${prefix}.key.pem` }
}

/** Where the request for a certificate lies. */
export function requestPath(prefix: string): string {
  return `${prefix}.csr.pem`
}

/**
 * Sees to it that none of these files is in the way. Asked for all before the first is written, so that
 * a refused command leaves nothing behind.
 * @throws Fault `keys.exists` unless `force` is set, which removes them
 */
export function clearPaths(paths: readonly string[], force: boolean): void {
  if (!force && paths.some((path) => existsSync(path))) {
    throw new Fault('keys.exists', 'a file is in the way; --force replaces it')
  }
  for (const path of paths) rmSync(path, { force: true })
}

/** Writes both files of a key, the private one readable by its owner alone. Replaces nothing. */
export function writeKeyFiles(prefix: string, key: CertifiedKey): void {
  const paths = keyPaths(prefix)
  writeNewFile(paths.privateKey, key.privateKey, 0o600)
  writeNewFile(paths.certificate, key.certificate)
}

/** Writes a file that must not be there yet, and the folders above it. */
export function writeNewFile(path: string, text: string, mode = 0o644): void {
  makeFolder(dirname(path))
  writeFileSync(path, text, { flag: 'wx', mode })
}

/** @throws Fault `keys.unreadable` when one of the two files cannot be read */
export function readKeyFiles(prefix: string): CertifiedKey {
  const paths = keyPaths(prefix)
  return { certificate: readText(paths.certificate), privateKey: readText(paths.privateKey) }
}

/** @throws Fault `keys.unreadable` */
export function readText(path: string): string {
  return readBytes(path).toString('utf8')
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new Fault('keys.unreadable', 'file cannot be read', { cause: error })
  }
}

/**
 * A certificate, PEM or DER, as DER; what holds none comes back as it is, for its reader to refuse.
 * @throws Fault `keys.unreadable`
 */
export function readCertificateFile(path: string): Uint8Array {
  return certificateBytes(readBytes(path))
}
