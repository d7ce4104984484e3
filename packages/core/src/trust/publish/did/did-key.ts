import { writeBase64, writeBase64Url } from '../../base64.ts'
import { readCertificate } from '../../chain/certificate.ts'
import { alpha3Of } from '../../countries.ts'
import { keyNumbers } from '../../import/gdhcn/jwk.ts'
import type { Jwk, VerificationMethod } from '../../import/gdhcn/verification-method.ts'
import { certificateKid } from '../../x509.ts'

/** One key of a trust list that is to be written. */
export interface DidKey {
  /** Of the key: a DSC or a CSCA, DER. */
  readonly certificate: Uint8Array
  readonly usage: 'DSC' | 'CSCA'
  /** The CSCA of a DSC, DER, to stand beside it. */
  readonly csca?: Uint8Array
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** The EU's certificates unless given. */
  readonly domain?: string
}

/**
 * A key as WHO writes it; its numbers as the JWK standard wants them, which WHO's are not always.
 * @throws TypeError for a country without an alpha-3 code; Fault `chain.form`, `cose.algorithm` for a certificate that
 *   cannot be read
 */
export function didKey(
  documentId: string,
  { certificate, csca, usage, country, domain = 'DCC' }: DidKey,
): VerificationMethod {
  const participant = alpha3Of(country)
  if (participant === undefined) throw new TypeError('country is no ISO 3166-1 alpha-2 code')
  const kid = writeBase64(certificateKid(certificate))
  const folder = usage === 'CSCA' ? 'SCA' : usage
  return {
    id: `${documentId}:${domain}:${participant}:${folder}#${kid}`,
    type: 'JsonWebKey2020',
    controller: documentId,
    publicKeyJwk: jwkOf(kid, csca ? [certificate, csca] : [certificate], readCertificate(certificate).spki),
    domain: { code: `#${domain}` },
    participant: { code: `#${participant}` },
    keyusage: { code: `#${usage}` },
  }
}

function jwkOf(kid: string, certificates: readonly Uint8Array[], spki: Uint8Array): Jwk {
  const x5c = certificates.map(writeBase64)
  const key = keyNumbers(spki)
  if (key.kty === 'RSA') return { kty: 'RSA', kid, x5c, e: writeBase64Url(key.e), n: writeBase64Url(key.n) }
  return { kty: 'EC', kid, x5c, crv: key.crv, x: writeBase64Url(key.x), y: writeBase64Url(key.y) }
}
