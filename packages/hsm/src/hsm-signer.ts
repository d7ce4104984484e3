import type { Algorithm, Signer } from '@vaxcert/core/cose'
import type { Circuit } from './breaker.ts'

/** The certificate that a key must be the one of: a DocumentSigner says this much. */
export interface KeyIdentity {
  /** First 8 bytes of the SHA-256 of the certificate, DER (hcert §3.3.3). */
  readonly kid: Uint8Array
  /** Its public key as SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array
  readonly algorithm: Algorithm
}

/** How a device or service fares. Numbers count from opening. */
export interface SignerHealth {
  readonly circuit: Circuit['kind']
  /** Sessions that are ready to sign. */
  readonly sessions: number
  /** Signatures given out. */
  readonly signatures: number
  /** Tries that failed: busy, lost or wrong. */
  readonly failures: number
}

/** A signer that holds sessions of a device: it is closed when it is no longer needed. */
export interface HsmSigner extends Signer {
  health(): SignerHealth
  /** Waits for the signatures that were asked for, then gives everything back. What is signed after it is `signer.refused`. */
  close(): Promise<void>
}
