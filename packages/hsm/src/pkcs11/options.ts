import type { KeyIdentity } from '../hsm-signer.ts'
import type { RetrySettings, Surroundings } from '../retry.ts'
import type { KeyName, KeyOrigin } from './key.ts'
import type { TokenWanted } from './token.ts'

export interface Pkcs11Options {
  /** The device's library, a path. */
  readonly module: string
  readonly token: TokenWanted
  /** Asked for at each log-in, and not kept. A PIN that is not taken is never given again. */
  readonly pin: () => string | Promise<string>
  readonly key: KeyName
  /** The certificate whose key it is. */
  readonly documentSigner: KeyIdentity
  /** Default 'generated'. A key that was imported is refused unless this says so. */
  readonly origin?: KeyOrigin
  /**
   * Sessions, each with one signature under way. Default 1: it signs at once, without a promise, and blocks the thread
   * meanwhile; the fastest for a software token. More sign on other threads: for a device that takes its time. Node has
   * four such threads unless UV_THREADPOOL_SIZE says otherwise.
   */
  readonly lanes?: number
  /**
   * Who verifies each signature with the certificate before it counts. Default 'signer'. 'caller' only for one who
   * verifies every certificate anyway, as a batch does: after a reset a device may sign with another key.
   */
  readonly verifiedBy?: 'signer' | 'caller'
  /** Milliseconds after which a session that does not answer is given up; with one lane there is no such end. Default 30,000. */
  readonly patience?: number
  readonly retries?: RetrySettings
  readonly surroundings?: Surroundings
}
