import { KID_BYTES } from '../../kid-key.ts'
import { HASH_BYTES, type HashType } from '../../revocation/revocation-hash.ts'

/** One revocation as it is published: of a certificate by a hash, or of all that a key signed. */
export type RevocationEntry = RevokedCertificate | RevokedSigner

/** One certificate. */
export interface RevokedCertificate {
  readonly type: HashType
  /** Key identifier of the signer, 8 bytes; left out where nobody knows it, at the price of a hash at every look-up. */
  readonly kid?: Uint8Array
  /** 16 bytes. */
  readonly hash: Uint8Array
  /** Last day on which the certificate can be valid, in days since 1970. It is not published any longer then. */
  readonly lastDay?: number
}

/** All that was ever signed under a kid. */
export interface RevokedSigner {
  readonly type: 'SIGNER'
  readonly kid: Uint8Array
}

const DAY_MILLISECONDS = 86_400_000

/**
 * The day of a moment, in days since 1970.
 * @throws TypeError for no moment: nothing would be revoked any longer
 */
export function dayOf(at: Date): number {
  const day = Math.floor(at.getTime() / DAY_MILLISECONDS)
  if (Number.isNaN(day)) throw new TypeError('at: not a date')
  return day
}

/** @throws TypeError for a kid that is not 8 bytes long, or zeros, a hash that is not 16 bytes long, and no whole day */
export function checkEntry(entry: RevocationEntry): void {
  const { kid } = entry
  if (kid !== undefined && (kid.length !== KID_BYTES || kid.every((byte) => byte === 0))) {
    throw new TypeError('kid: 8 bytes, not all 0')
  }
  if (entry.type === 'SIGNER') return
  if (entry.hash.length !== HASH_BYTES) throw new TypeError('hash: 16 bytes')
  if (entry.lastDay !== undefined && !Number.isSafeInteger(entry.lastDay)) throw new TypeError('lastDay: whole days')
}
