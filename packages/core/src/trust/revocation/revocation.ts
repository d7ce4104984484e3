import type { Algorithm } from '../../cose/algorithms.ts'

/** What of a certificate may have been revoked; everything in it stood in the signed message. */
export interface RevocationSubject {
  readonly kid: Uint8Array
  /** Of the message: raw r‖s for ES256. */
  readonly signature: Uint8Array
  readonly algorithm: Algorithm
  /** The certificate identifier, field `ci`, as written; a document that is no certificate of the EU has none. */
  readonly ci?: string
  /** Field `co` of the event. */
  readonly country?: string
  /** Claim `iss`, where there is one. */
  readonly issuer?: string
}

/**
 * One who knows what is revoked. Answers at once where it can; where a piece of the list has to be
 * fetched, with a promise.
 * @throws Fault `revocation.unavailable` when the piece that would tell cannot be had: the verdict is then undecided
 */
export interface Revocation {
  isRevoked(subject: RevocationSubject): boolean | Promise<boolean>
}
