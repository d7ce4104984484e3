import { KID_BYTES } from '../../kid-key.ts'
import { demand, demandArray, demandBase64, demandText } from '../../list-shape.ts'
import { HASH_BYTES, type HashType } from '../revocation-hash.ts'
import { readHashType, readMoment, recordOf, UNKNOWN_KID } from './eu-lists.ts'

/** What one state tells the others at once (`RevocationBatchDto` of dgc-gateway). */
export interface EuBatch {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** Seconds since 1970; none of the certificates is valid any longer then. */
  readonly expires: number
  /** Undefined where the state does not know it (`UNKNOWN_KID`). */
  readonly kid: Uint8Array | undefined
  readonly type: HashType
  /** 16 bytes each. */
  readonly hashes: readonly Uint8Array[]
}

/** Entries that the gateway takes at once. */
export const MAX_BATCH = 1000
/** What the gateway writes for a kid that nobody knows. */

/**
 * Reads what JSON.parse made of a batch, as it lies in the CMS of the gateway: 1 to 1,000 entries.
 * @throws Fault `list.shape`
 */
export function readEuBatch(json: unknown): EuBatch {
  const { country, expires, kid, hashType, entries } = recordOf(json)
  const hashes = demandArray(entries, MAX_BATCH).map((entry) => demandBase64(recordOf(entry).hash, HASH_BYTES))
  demand(hashes.length > 0, 'an empty batch')
  return {
    country: demandText(country, /^[A-Z]{2}$/, 2),
    expires: readMoment(expires),
    kid: kid === UNKNOWN_KID ? undefined : demandBase64(kid, KID_BYTES),
    type: readHashType(hashType),
    hashes,
  }
}
