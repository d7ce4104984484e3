import { Fault } from '@vaxcert/core'
import { readTrustList, type TrustList, trustList } from '@vaxcert/core/trust'
import { documentSignerFromCertificate } from '@vaxcert/core/trust/x509'
import { usageError } from '../exit.ts'
import { readWhole } from '../inputs/files.ts'
import type { Io } from '../io.ts'
import { printable } from '../terminal.ts'

const MAX_BYTES = 64 * 2 ** 20

const certificate = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

/**
 * Reads whose word counts: our JSON trust list, or document signer certificates in PEM, one after the other.
 * @throws CommanderError with exit code 2 when the file is neither
 */
export async function readTrustFile(path: string, io: Io): Promise<TrustList> {
  const text = Buffer.from(await readWhole(path, io, MAX_BYTES)).toString('utf8')
  try {
    const certificates = text.match(certificate)
    if (certificates === null) return readTrustList(JSON.parse(text))
    return trustList(certificates.map((pem) => documentSignerFromCertificate(pem)))
  } catch (error) {
    const why = error instanceof Fault ? ` (${error.message})` : ''
    throw usageError(`${printable(path)} is no trust list of ours and no certificates in PEM${why}.`)
  }
}
