import type { Algorithm } from '../cose/algorithms.ts'
import type { Usage } from '../dcc/types.ts'

/**
 * The document signer certificate (DSC) that may have signed, as plain data, so that a
 * browser needs no X.509 parser. Made from X.509 by `@vaxcert/core/trust/x509`.
 */
export interface DocumentSigner {
  /** First 8 bytes of the SHA-256 of the certificate, DER (hcert §3.3.3). */
  readonly kid: Uint8Array
  /** Public key as SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array
  readonly algorithm: Algorithm
  /** ISO 3166-1 alpha-2 of the certificate's subject. */
  readonly country: string
  /** Events the key may sign (hcert §A.4); empty when it is meant for another kind of document. */
  readonly usages: readonly Usage[]
  /** Validity in whole seconds since 1970, both ends included. */
  readonly notBefore: number
  readonly notAfter: number
}
