import '@vaxcert/core/trust/x509' // loads reflect-metadata, without which @peculiar/x509 does not start
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  PemConverter,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { Fault } from '@vaxcert/core'
import type { Algorithm } from '@vaxcert/core/cose'

/** A key with its certificate, both PEM; the key is PKCS#8. */
export interface CertifiedKey {
  readonly certificate: string
  readonly privateKey: string
}

/** Whom a certificate names. */
export interface Subject {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly organisation: string
  /** Must say SAMPLE: a key that has lain in a file of this tool protects nothing. */
  readonly commonName: string
}

export interface CertificateRequest {
  readonly subject: Subject
  /** Validity, both ends included. */
  readonly notBefore: Date
  readonly notAfter: Date
}

export interface DscRequest extends CertificateRequest {
  readonly algorithm: Algorithm
  /** Object identifiers of the extended key usage; with none the extension is left out. */
  readonly keyPurposes: readonly string[]
}

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const rsa = { name: 'RSA-PSS', hash: 'SHA-256', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) } as const

/** Makes a country signing certificate authority: it signs itself, with P-256, and document signers only (hcert §A). */
export async function makeCsca(request: CertificateRequest): Promise<CertifiedKey> {
  const keys = await makeKeys('ES256')
  return certify(request, keys, { ...keys, name: nameOf(request.subject) }, [
    new BasicConstraintsExtension(true, 0, true),
    new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
  ])
}

/**
 * Makes a document signer certificate under a CSCA (hcert §A.4).
 * @throws Fault `keys.unreadable` when the CSCA is not a P-256 key with its certificate
 */
export async function makeDsc(request: DscRequest, csca: CertifiedKey): Promise<CertifiedKey> {
  const extensions: Extension[] = [new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true)]
  if (request.keyPurposes.length > 0) extensions.push(new ExtendedKeyUsageExtension([...request.keyPurposes]))
  return certify(request, await makeKeys(request.algorithm), await openIssuer(csca), extensions)
}

/** Makes a P-256 key that stands alone, for a facility or for lists: its certificate signs itself and is no CA. */
export async function makeSelfSigned(request: CertificateRequest): Promise<CertifiedKey> {
  const keys = await makeKeys('ES256')
  return certify(request, keys, { ...keys, name: nameOf(request.subject) }, [
    new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
  ])
}

interface Issuer {
  readonly name: Name
  readonly privateKey: CryptoKey
  readonly publicKey: CryptoKey
}

async function certify(
  request: CertificateRequest,
  keys: CryptoKeyPair,
  issuer: Issuer,
  extensions: readonly Extension[],
): Promise<CertifiedKey> {
  const certificate = await X509CertificateGenerator.create({
    serialNumber: randomSerial(),
    subject: nameOf(request.subject),
    issuer: issuer.name,
    notBefore: request.notBefore,
    notAfter: request.notAfter,
    publicKey: keys.publicKey,
    signingKey: issuer.privateKey,
    signingAlgorithm: ecdsa,
    extensions: [
      ...extensions,
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      await AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  })
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', keys.privateKey)
  return {
    certificate: `${certificate.toString('pem')}\n`,
    privateKey: `${PemConverter.encode(pkcs8, PemConverter.PrivateKeyTag)}\n`,
  }
}

async function openIssuer(csca: CertifiedKey): Promise<Issuer> {
  try {
    const certificate = new X509Certificate(csca.certificate)
    const pkcs8 = PemConverter.decodeFirst(csca.privateKey)
    return {
      name: certificate.subjectName,
      privateKey: await crypto.subtle.importKey('pkcs8', pkcs8, ecdsa, false, ['sign']),
      publicKey: await certificate.publicKey.export(ecdsa, ['verify']),
    }
  } catch {
    throw new Fault('keys.unreadable', 'not a P-256 key with its certificate')
  }
}

async function makeKeys(algorithm: Algorithm): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(algorithm === 'ES256' ? ecdsa : rsa, true, ['sign', 'verify'])
}

/** @throws TypeError when the common name does not say SAMPLE */
function nameOf({ country, organisation, commonName }: Subject): Name {
  if (!commonName.includes('SAMPLE')) throw new TypeError('the common name of a sample must say SAMPLE')
  return new Name([{ C: [{ printableString: country }] }, { O: [organisation] }, { CN: [commonName] }])
}

/** 16 random bytes as a positive number of full length (RFC 5280 §4.1.2.2), in hex. */
function randomSerial(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
