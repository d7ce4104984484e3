import type { Algorithm } from './algorithms.ts'

/** One who can sign: a key in memory, in an HSM, or behind a network. Never shows the key. */
export interface Signer {
  /** First 8 bytes of the SHA-256 of the document signer certificate, DER (hcert §3.3.3). */
  readonly kid: Uint8Array
  readonly algorithm: Algorithm
  /** How many signatures may be under way at once. */
  readonly lanes: number
  /**
   * COSE Sig_structure in, raw r‖s (ES256) or PSS signature (PS256) out.
   * @throws Fault `signer.busy` when trying again may help, `signer.refused` when it will not.
   */
  sign(toBeSigned: Uint8Array, signal?: AbortSignal): Uint8Array | Promise<Uint8Array>
}
