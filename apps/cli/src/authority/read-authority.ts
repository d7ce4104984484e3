import { type Authority, Fault } from '@vaxcert/core'
import { readPublicKey, type Signer, signatureVerifier } from '@vaxcert/core/cose'
import { memorySigner } from '@vaxcert/core/cose/signers'
import type { DocumentSigner } from '@vaxcert/core/trust'
import { documentSignerFromCertificate } from '@vaxcert/core/trust/x509'
import { usageError } from '../exit.ts'
import { readWhole } from '../inputs/files.ts'
import type { Io } from '../io.ts'
import { printable } from '../terminal.ts'

export interface AuthorityFiles {
  /** Private key, PKCS#8 in PEM, not encrypted. */
  readonly key: string
  /** Document signer certificate, PEM. */
  readonly dsc: string
  /** Name of the issuing body. */
  readonly issuer: string
}

const MAX_BYTES = 64 * 2 ** 10

/**
 * Reads in whose name certificates are issued. The key must be the one of the certificate.
 * @throws CommanderError with exit code 2 when it is not, or a file cannot be used
 */
export async function readAuthority({ key, dsc, issuer }: AuthorityFiles, io: Io): Promise<Authority> {
  const documentSigner = await readDocumentSigner(dsc, io)
  const signer = makeSigner(key, readKey(key, await readText(key, io)), documentSigner)
  if (!(await belongTogether(signer, documentSigner))) {
    throw usageError(`The key ${printable(key)} is not the one of the certificate ${printable(dsc)}.`)
  }
  return { signer, documentSigner, country: documentSigner.country, issuer }
}

/**
 * Reads a document signer certificate, PEM.
 * @throws CommanderError with exit code 2 when it is none
 */
export async function readDocumentSigner(path: string, io: Io): Promise<DocumentSigner> {
  return readDsc(path, await readText(path, io))
}

async function readText(path: string, io: Io): Promise<string> {
  return Buffer.from(await readWhole(path, io, MAX_BYTES)).toString('utf8')
}

function readDsc(path: string, pem: string): DocumentSigner {
  try {
    return documentSignerFromCertificate(pem)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    throw usageError(`${printable(path)} is not one document signer certificate in PEM (${error.message}).`)
  }
}

/** DER of the one private key in a PEM text. */
function readKey(path: string, pem: string): Uint8Array {
  const body = /^-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END PRIVATE KEY-----$/.exec(pem.trim())?.[1]
  if (body !== undefined) return Buffer.from(body, 'base64')
  throw usageError(
    `${printable(path)} is not a PKCS#8 key in PEM. Make one of it with: openssl pkcs8 -topk8 -nocrypt -in KEY -out KEY.pem`,
  )
}

function makeSigner(path: string, pkcs8: Uint8Array, { kid, algorithm }: DocumentSigner): Signer {
  try {
    return memorySigner({ kid, algorithm, pkcs8 })
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    throw usageError(`${printable(path)} is not a key for ${algorithm}, the algorithm of the certificate.`)
  }
}

async function belongTogether(signer: Signer, { spki }: DocumentSigner): Promise<boolean> {
  const probe = crypto.getRandomValues(new Uint8Array(32))
  return signatureVerifier(readPublicKey(spki))(probe, await signer.sign(probe))
}
