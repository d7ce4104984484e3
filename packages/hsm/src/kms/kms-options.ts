import type { KeyIdentity } from '../hsm-signer.ts'
import type { RetrySettings, Surroundings } from '../retry.ts'
import type { KeyOrigin } from './key-check.ts'

/** How a key service is used, whichever it is. */
export interface KmsOptions {
  /** The certificate whose key the service holds. A `DocumentSigner` of `@vaxcert/core/trust` is one. */
  readonly documentSigner: KeyIdentity
  /** Default 'generated'. A key that may have been outside hardware is refused unless this says so. */
  readonly origin?: KeyOrigin
  /** Requests under way at once. Default 16. */
  readonly lanes?: number
  /** Who verifies each signature before it counts. Default 'signer'. 'caller' only for one who verifies anyway. */
  readonly verifiedBy?: 'signer' | 'caller'
  /** Milliseconds after which a request that has no answer is given up. Default 10,000. */
  readonly patience?: number
  readonly retries?: Partial<RetrySettings>
  /** Clock, chance and timers of the waits between tries. Default: those of the process. */
  readonly surroundings?: Surroundings
}

export const defaultLanes = 16

export const defaultPatience = 10_000

/** Why a key service cannot be used: every code that opening throws. `sign` throws the last two alone. */
export type KmsCode =
  /** The library of the service is not installed. */
  | 'signer.module'
  /** The key is not the one of the certificate. */
  | 'signer.key'
  /** The key has been, or may go, where it must not. */
  | 'signer.attribute'
  | 'signer.busy'
  | 'signer.refused'
