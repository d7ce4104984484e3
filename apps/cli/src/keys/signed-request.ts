import { Fault } from '@vaxcert/core'
import type { Algorithm } from '@vaxcert/core/cose'
import { readSignerKey } from '@vaxcert/core/trust/x509'
import { isCountry } from './country.ts'
import { makeKeyPair, nameOf, privateKeyPem, signingAlgorithm } from './key-pairs.ts'
import type { Subject } from './plans.ts'
import {
  type Name,
  Pkcs10CertificateRequest,
  Pkcs10CertificateRequestGenerator,
  type PublicKey,
} from './x509-library.ts'

/** What a certification request (PKCS#10, RFC 2986) asks a certificate for: whoever asks holds the key. */
export interface SignedRequest {
  readonly name: Name
  readonly publicKey: PublicKey
}

/** Largest request that is read, in characters of PEM. Real ones stay below 2 KiB. */
const MAX_LENGTH = 16_384

/** Makes a key in memory and a request for its certificate, both PEM. */
export async function makeRequest(
  subject: Subject,
  algorithm: Algorithm,
): Promise<{ readonly request: string; readonly privateKey: string }> {
  const name = nameOf(subject).toJSON()
  const keys = await makeKeyPair(algorithm)
  const request = await Pkcs10CertificateRequestGenerator.create({
    name,
    keys,
    signingAlgorithm: signingAlgorithm(algorithm),
  })
  return { request: `${request.toString('pem')}\n`, privateKey: await privateKeyPem(keys) }
}

/**
 * Reads a request, PEM, for a key that may sign health certificates.
 * @throws Fault `keys.unreadable` when it is none, `keys.request` when its signature is wrong, when its key may not sign,
 * or when its subject does not name one country by its two letters
 */
export async function readRequest(pem: string): Promise<SignedRequest> {
  const request = parse(pem)
  if (!(await isSigned(request))) throw new Fault('keys.request', 'whoever asks does not hold the key')
  if (!maySign(request.publicKey)) throw new Fault('keys.request', 'key is neither P-256 nor RSA of 2048 to 4096 bits')
  const [country = '', ...more] = request.subjectName.getField('C')
  if (!isCountry(country) || more.length > 0) throw new Fault('keys.request', 'subject does not name one country')
  return { name: request.subjectName, publicKey: request.publicKey }
}

function parse(pem: string): Pkcs10CertificateRequest {
  try {
    if (pem.length <= MAX_LENGTH) return new Pkcs10CertificateRequest(pem)
  } catch {
    // told below
  }
  throw new Fault('keys.unreadable', 'not a certification request')
}

async function isSigned(request: Pkcs10CertificateRequest): Promise<boolean> {
  try {
    return await request.verify()
  } catch {
    return false
  }
}

function maySign(key: PublicKey): boolean {
  try {
    readSignerKey(new Uint8Array(key.rawData))
    return true
  } catch {
    return false
  }
}
