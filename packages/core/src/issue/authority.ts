import type { Signer } from '../cose/signer.ts'
import type { DocumentSigner } from '../trust/document-signer.ts'

/** In whose name certificates are issued: a key, the certificate that vouches for it, and how both are called. */
export interface Authority {
  readonly signer: Signer
  /** Says what the key may sign and until when. */
  readonly documentSigner: DocumentSigner
  /** Issuing country, claim `iss` (hcert §3.3.4), ISO 3166-1 alpha-2. */
  readonly country: string
  /** Name of the issuing body, field `is`, at most 80 characters. */
  readonly issuer: string
}
