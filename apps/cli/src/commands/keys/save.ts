import { resolve } from 'node:path'
import { documentSignerFromCertificate } from '@vaxcert/core/trust/x509'
import type { Io } from '../../io.ts'
import type { CertifiedKey } from '../../keys/certificates.ts'
import { clearPaths, keyPaths, writeKeyFiles, writeNewFile } from '../../keys/key-files.ts'
import type { OutputOptions } from '../../keys/options.ts'
import { base64, jsonLine, printable } from '../../terminal.ts'

/**
 * Writes a key with its certificate and tells the kid.
 * @throws Fault `keys.exists`
 */
export function saveKey(key: CertifiedKey, { out, force, json }: OutputOptions, io: Io): void {
  const prefix = resolve(io.cwd, out)
  clearPaths(Object.values(keyPaths(prefix)), force)
  writeKeyFiles(prefix, key)
  const { certificate, privateKey } = keyPaths(out)
  const kid = kidOf(key.certificate)
  io.stdout.write(json ? jsonLine({ certificate, privateKey, kid }) : `${kid}  ${printable(certificate)}\n`)
}

/**
 * Writes the certificate of a key that lies elsewhere and tells the kid.
 * @throws Fault `keys.exists`
 */
export function saveCertificate(pem: string, { out, force, json }: OutputOptions, io: Io): void {
  const { certificate } = keyPaths(out)
  const path = resolve(io.cwd, certificate)
  clearPaths([path], force)
  writeNewFile(path, pem)
  const kid = kidOf(pem)
  io.stdout.write(json ? jsonLine({ certificate, kid }) : `${kid}  ${printable(certificate)}\n`)
}

function kidOf(certificate: string): string {
  return base64(documentSignerFromCertificate(certificate).kid)
}
