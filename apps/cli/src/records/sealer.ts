import { X509Certificate } from 'node:crypto'
import { memorySigner } from '@vaxcert/core/cose/signers'
import { certificateKid } from '@vaxcert/core/trust/x509'
import { isSealed, type SealSigner, sealText } from '@vaxcert/records/confirm'
import { usageError } from '../exit.ts'
import { readWhole } from '../inputs/files.ts'
import type { Io } from '../io.ts'
import { certificateBytes } from '../keys/certificate-bytes.ts'
import { keyPaths } from '../keys/key-files.ts'
import { printable } from '../terminal.ts'

/** A key that seals, and its certificate, DER. */
export interface Sealer {
  readonly signer: SealSigner
  readonly certificate: Uint8Array
}

const MAX_BYTES = 64 * 1024

/**
 * Reads `PREFIX.key.pem`, PKCS#8 in PEM, and `PREFIX.pem`: P-256, or RSA for PS256.
 * @throws CommanderError with exit code 2 where they are not a key and its certificate
 */
export async function readSealer(prefix: string, io: Io): Promise<Sealer> {
  const paths = keyPaths(prefix)
  const certificate = await readCertificate(paths.certificate, io)
  const pem = Buffer.from(await readWhole(paths.privateKey, io, MAX_BYTES)).toString('latin1')
  const sealer = makeSealer(pem, certificate)
  const isOne = sealer !== undefined && isSealed('probe', await sealText('probe', sealer.signer, certificate))
  if (!isOne) throw usageError(`${printable(prefix)} is not a P-256 or RSA key with its certificate, in PEM.`)
  return sealer
}

/** A certificate, PEM or DER, as DER. */
export async function readCertificate(path: string, io: Io): Promise<Uint8Array> {
  return certificateBytes(await readWhole(path, io, MAX_BYTES))
}

function makeSealer(pem: string, certificate: Uint8Array): Sealer | undefined {
  const body = /^-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END PRIVATE KEY-----$/.exec(pem.trim())?.[1] ?? ''
  try {
    const { asymmetricKeyType } = new X509Certificate(certificate).publicKey
    const algorithm = asymmetricKeyType === 'ec' ? 'ES256' : 'PS256'
    const signer = memorySigner({ kid: certificateKid(certificate), algorithm, pkcs8: Buffer.from(body, 'base64') })
    return { signer: { algorithm, sign: (bytes) => signer.sign(bytes) }, certificate }
  } catch {
    return undefined
  }
}
