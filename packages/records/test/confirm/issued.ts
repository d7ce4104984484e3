import type { KeyObject } from 'node:crypto'
import '@vaxcert/core/trust/x509'
import { BasicConstraintsExtension, KeyUsageFlags, KeyUsagesExtension, X509CertificateGenerator } from '@peculiar/x509'

export { KeyUsageFlags }

const p256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

interface Asked {
  /** What the key may do. */
  readonly usage?: KeyUsageFlags
  readonly isCa?: boolean
  /** Name of the one who issues it. */
  readonly issuer?: string
}

/** The certificate of a clinic's key, issued by a P-256 key for 2022 and 2023, DER. */
export async function issued(
  spki: Uint8Array,
  ca: KeyObject,
  {
    usage = KeyUsageFlags.digitalSignature,
    isCa = false,
    issuer = 'C=VN, O=SAMPLE Authority, CN=SAMPLE CSCA',
  }: Asked = {},
  algorithm: EcKeyImportParams | RsaHashedImportParams = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
): Promise<Uint8Array> {
  const pkcs8 = ca.export({ type: 'pkcs8', format: 'der' }) as BufferSource
  const made = await X509CertificateGenerator.create({
    serialNumber: '4a01',
    subject: 'C=VN, O=SAMPLE Clinic, CN=SAMPLE Clinic',
    issuer,
    notBefore: new Date('2022-01-01'),
    notAfter: new Date('2024-01-01'),
    publicKey: await crypto.subtle.importKey('spki', spki as BufferSource, algorithm, true, ['verify']),
    signingKey: await crypto.subtle.importKey('pkcs8', pkcs8, p256, false, ['sign']),
    signingAlgorithm: p256,
    extensions: [new KeyUsagesExtension(usage, true), new BasicConstraintsExtension(isCa, undefined, true)],
  })
  return new Uint8Array(made.rawData)
}
