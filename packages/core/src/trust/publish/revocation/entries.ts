import type { HashType } from '../../revocation/revocation-hash.ts'

/** One revocation as it is published: of a certificate by a hash, or of all that a key signed. */
export type RevocationEntry = RevokedCertificate | RevokedSigner

export interface RevokedCertificate {
  readonly type: HashType
  /** Key identifier of the signer, 8 bytes; left out where nobody knows it, at the price of a hash at every look-up. */
  readonly kid?: Uint8Array
  /** 16 bytes. */
  readonly hash: Uint8Array
  /** Last day on which the certificate can be valid, in days since 1970. It is not published any longer then. */
  readonly lastDay?: number
}

export interface RevokedSigner {
  readonly type: 'SIGNER'
  readonly kid: Uint8Array
}
