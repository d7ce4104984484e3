import { Fault } from '@vaxcert/core'
import { checkChain } from '@vaxcert/core/trust/chain'
import { certificateBytes } from './certificate-bytes.ts'
import { cscaExtensions, dscExtensions } from './extensions.ts'
import { ecdsa, makeKeyPair, nameOf, privateKeyPem } from './key-pairs.ts'
import type { CertificatePlan, CertificateRequest, DscPlan, DscRequest } from './plans.ts'
import type { SignedRequest } from './signed-request.ts'
import {
  AuthorityKeyIdentifierExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  type Name,
  PemConverter,
  type PublicKey,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from './x509-library.ts'

export type { CertificateRequest, DscRequest } from './plans.ts'

/** A key with its certificate, both PEM; the key is PKCS#8. */
export interface CertifiedKey {
  readonly certificate: string
  readonly privateKey: string
}

/** Makes a country signing certificate authority: it signs itself, with P-256, and document signers only (hcert §A). */
export async function makeCsca(request: CertificateRequest): Promise<CertifiedKey> {
  return makeOwn(request, cscaExtensions(request))
}

/** Makes a P-256 key that stands alone, for a facility or for lists: its certificate signs itself and is no CA. */
export async function makeSelfSigned(request: CertificateRequest): Promise<CertifiedKey> {
  return makeOwn(request, [new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true)])
}

/**
 * Makes a document signer and its certificate under a CSCA (hcert §A.4).
 * @throws Fault `keys.unreadable` when the CSCA is not a P-256 key with its certificate, `keys.chain` when it is no CSCA
 */
export async function makeDsc(request: DscRequest, csca: CertifiedKey): Promise<CertifiedKey> {
  const name = nameOf(request.subject)
  const issuer = await openIssuer(csca)
  const keys = await makeKeyPair(request.algorithm)
  const certificate = await certify({ name, publicKey: keys.publicKey }, request, issuer, dscExtensions(request))
  await requireChain(certificate, csca, request)
  return { certificate, privateKey: await privateKeyPem(keys) }
}

/**
 * Makes the certificate, PEM, of a document signer whose key was born elsewhere. The request says who and which key; what
 * the key may do is for the CSCA to say, so the extensions that a request asks for are passed over.
 * @throws Fault `keys.unreadable` when the CSCA is not a P-256 key with its certificate, `keys.chain` when it is no CSCA
 */
export async function certifyDsc(request: SignedRequest, plan: DscPlan, csca: CertifiedKey): Promise<string> {
  const certificate = await certify(request, plan, await openIssuer(csca), dscExtensions(plan))
  await requireChain(certificate, csca, plan)
  return certificate
}

interface Holder {
  readonly name: Name
  readonly publicKey: CryptoKey | PublicKey
}

interface Issuer extends Holder {
  readonly privateKey: CryptoKey
}

async function makeOwn(request: CertificateRequest, extensions: readonly Extension[]): Promise<CertifiedKey> {
  const name = nameOf(request.subject)
  const keys = await makeKeyPair('ES256')
  const certificate = await certify({ name, ...keys }, request, { name, ...keys }, extensions)
  return { certificate, privateKey: await privateKeyPem(keys) }
}

async function certify(
  holder: Holder,
  { notBefore, notAfter }: CertificatePlan,
  issuer: Issuer,
  extensions: readonly Extension[],
): Promise<string> {
  const certificate = await X509CertificateGenerator.create({
    serialNumber: randomSerial(),
    subject: holder.name,
    issuer: issuer.name,
    notBefore,
    notAfter,
    publicKey: holder.publicKey,
    signingKey: issuer.privateKey,
    signingAlgorithm: ecdsa,
    extensions: [
      ...extensions,
      await SubjectKeyIdentifierExtension.create(holder.publicKey),
      await AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  })
  return `${certificate.toString('pem')}\n`
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

/** Nothing is handed out that our own check refuses. That the CSCA is not valid yet, or no more, is for `keys check`. */
async function requireChain(certificate: string, csca: CertifiedKey, { notBefore }: CertificatePlan): Promise<void> {
  const options = { at: notBefore, profile: 'strict' } as const
  const { checks } = await checkChain(certificateBytes(certificate), certificateBytes(csca.certificate), options)
  const failed = checks.find(({ name, outcome }) => outcome === 'failed' && name !== 'csca-now')
  if (failed) throw new Fault('keys.chain', `${failed.name} would fail with ${failed.code}`)
}

/** 16 random bytes as a positive number of full length (RFC 5280 §4.1.2.2), in hex. */
function randomSerial(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
