import type { Algorithm } from '@vaxcert/core/cose'
import type { KeyOrigin } from './key-check.ts'
import type { Trouble } from './trouble.ts'

/** One key in a service that signs with it. What differs between the clouds, and nothing else. */
export interface KeyService {
  /** Asks the service about its key. */
  describe(signal: AbortSignal): Promise<KeyFacts>
  /**
   * The signature of a SHA-256 digest: raw r‖s for ES256, PSS with salt 32 for PS256. Undefined for an answer that
   * holds none: spoilt on its way, or not of the form that was agreed.
   */
  sign(digest: Uint8Array, signal: AbortSignal): Promise<Uint8Array | undefined>
  /** What an error of the service's library means. */
  explain(error: unknown): Trouble
  /** Gives up the connections. */
  close(): void | Promise<void>
}

/** What a service says about its key. */
export interface KeyFacts {
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array
  /** What it signs with; undefined for everything but P-256 over SHA-256 and RSA with PSS over SHA-256. */
  readonly algorithm: Algorithm | undefined
  /** Whether it may be used now. */
  readonly enabled: boolean
  readonly origin: KeyOrigin
}
