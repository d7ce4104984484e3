import 'reflect-metadata'
import { ExtendedKeyUsageExtension, type Extension, type JsonName, X509CertificateGenerator } from '@peculiar/x509'

export { BasicConstraintsExtension, Extension } from '@peculiar/x509'

/** A certificate to make: whatever is left out is as in an ordinary document signer of Viet Nam. */
export interface CertificatePlan {
  readonly spki?: Uint8Array
  readonly subject?: JsonName
  readonly issuer?: JsonName
  readonly keyPurposes?: readonly string[]
  readonly extensions?: readonly Extension[]
  readonly notBefore?: string
  readonly notAfter?: string
}

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const keys = await crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify'])
const ordinarySpki = new Uint8Array(await crypto.subtle.exportKey('spki', keys.publicKey))

/** DER of a certificate that a throw-away key has signed. */
export async function makeCertificate(plan: CertificatePlan = {}): Promise<Uint8Array> {
  const { keyPurposes, extensions = [] } = plan
  const certificate = await X509CertificateGenerator.create({
    serialNumber: '4001',
    subject: plan.subject ?? [{ C: ['VN'] }, { CN: ['SAMPLE DSC'] }],
    issuer: plan.issuer ?? [{ C: ['VN'] }, { CN: ['SAMPLE CSCA'] }],
    notBefore: new Date(plan.notBefore ?? '2021-04-01T00:00:00Z'),
    notAfter: new Date(plan.notAfter ?? '2036-04-01T00:00:00Z'),
    publicKey: (plan.spki ?? ordinarySpki).slice().buffer,
    signingKey: keys.privateKey,
    signingAlgorithm: ecdsa,
    extensions: [...extensions, ...(keyPurposes ? [new ExtendedKeyUsageExtension([...keyPurposes])] : [])],
  })
  return new Uint8Array(certificate.rawData)
}
