import { readBase64 } from '../../base64.ts'
import { demand, demandArray, demandText } from '../../list-shape.ts'
import { HASH_BYTES, type HashType } from '../revocation-hash.ts'
import { readHashType, readKid, readMoment, recordOf } from './eu-lists.ts'

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

export const MAX_BATCH = 1000
export const UNKNOWN_KID = 'UNKNOWN_KID'

/**
 * Reads what JSON.parse made of a batch, as it lies in the CMS of the gateway: 1 to 1,000 entries.
 * @throws Fault `list.shape`
 */
export function readEuBatch(json: unknown): EuBatch {
  const { country, expires, kid, hashType, entries } = recordOf(json)
  const hashes = demandArray(entries, MAX_BATCH).map((entry) => readHash(recordOf(entry).hash))
  demand(hashes.length > 0, 'an empty batch')
  return {
    country: demandText(country, /^[A-Z]{2}$/, 2),
    expires: readMoment(expires),
    kid: kid === UNKNOWN_KID ? undefined : readKid(kid),
    type: readHashType(hashType),
    hashes,
  }
}

function readHash(value: unknown): Uint8Array {
  const hash = readBase64(demandText(value, /./, 24))
  demand(hash?.length === HASH_BYTES, 'hash')
  return hash
}
