import { createPublicKey, X509Certificate } from 'node:crypto'
import { Fault } from '@vaxcert/core'
import type { Signer } from '@vaxcert/core/cose'
import { memorySigner } from '@vaxcert/core/cose/signers'
import { listKid } from '@vaxcert/core/trust'
import { usageError } from '../exit.ts'
import { readWhole } from '../inputs/files.ts'
import type { Io } from '../io.ts'
import { keyPaths } from '../keys/key-files.ts'
import { printable } from '../terminal.ts'

/** A public key that a root shall name. */
export interface NamedKey {
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array
  /** Its certificate says that everybody has it. */
  readonly isSample: boolean
}

const MAX_BYTES = 64 * 2 ** 10

/**
 * Reads a P-256 public key in PEM, or the one of a certificate in PEM.
 * @throws CommanderError with exit code 2 for everything else
 */
export async function readNamedKey(path: string, io: Io): Promise<NamedKey> {
  const pem = await readText(path, io)
  try {
    if (!pem.includes('BEGIN CERTIFICATE')) return { spki: requireP256(createPublicKey(pem)), isSample: false }
    const certificate = new X509Certificate(pem)
    return { spki: requireP256(certificate.publicKey), isSample: certificate.subject.includes('SAMPLE') }
  } catch {
    throw usageError(`${printable(path)} is neither a P-256 public key nor a certificate of one, in PEM.`)
  }
}

/**
 * Reads `PREFIX.key.pem`, a P-256 private key as PKCS#8, not encrypted.
 * @throws CommanderError with exit code 2 for everything else
 */
export async function readListSigner(prefix: string, io: Io): Promise<Signer> {
  const path = keyPaths(prefix).privateKey
  const pem = await readText(path, io)
  const body = /^-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END PRIVATE KEY-----$/.exec(pem.trim())?.[1]
  try {
    const kid = listKid(requireP256(createPublicKey(pem)))
    return memorySigner({ kid, algorithm: 'ES256', pkcs8: Buffer.from(body ?? '', 'base64') })
  } catch {
    throw usageError(`${printable(path)} is not a P-256 key, PKCS#8 in PEM.`)
  }
}

async function readText(path: string, io: Io): Promise<string> {
  return Buffer.from(await readWhole(path, io, MAX_BYTES)).toString('latin1')
}

function requireP256(key: ReturnType<typeof createPublicKey>): Uint8Array {
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new Fault('cose.algorithm', 'not P-256')
  return new Uint8Array(key.export({ type: 'spki', format: 'der' }))
}
