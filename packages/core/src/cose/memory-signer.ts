import type { Algorithm } from './algorithms.ts'

/** A private key held in this process. For samples, tests and small issuers; a ministry uses an HSM. */
export interface MemoryKey {
  /** First 8 bytes of the SHA-256 of the document signer certificate. */
  readonly kid: Uint8Array
  readonly algorithm: Algorithm
  /** PKCS#8, DER. */
  readonly pkcs8: Uint8Array
}
