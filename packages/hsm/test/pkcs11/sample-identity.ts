import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { documentSignerFromCertificate } from '@vaxcert/core/trust/x509'
import type { KeyIdentity } from '../../src/index.ts'

const folder = new URL('../../../../keys-sample/', import.meta.url)

/** A document signer certificate of keys-sample. */
export function sampleIdentity(name: string): KeyIdentity {
  return documentSignerFromCertificate(readFileSync(new URL(`${name}.pem`, folder), 'utf8'))
}

/** The path of its private key, in PEM. */
export function sampleKeyFile(name: string): string {
  return fileURLToPath(new URL(`${name}.key.pem`, folder))
}
