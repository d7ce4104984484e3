import { demand } from '../../list-shape.ts'
import { readBloomFilter } from './bloom-filter.ts'
import { readHashList } from './hash-list.ts'

/** The forms of a slice, by the names of dgca-revocation-distribution-service. */
export type SliceForm = 'BLOOMFILTER' | 'VARHASHLIST'

/** Some revoked hashes, in a form that may take one that is not revoked for one that is, and never the other way. */
export interface Slice {
  /** Of 16 bytes. */
  contains(hash: Uint8Array): boolean
}

/** Far larger than 100,000 entries of either form, the most that one slice holds. */
const MAX_SLICE_BYTES = 16 * 2 ** 20

/**
 * Reads a slice, whose form the service names beside it.
 * @throws Fault `list.shape`
 */
export function readSlice(bytes: Uint8Array, form: SliceForm): Slice {
  demand(bytes.length <= MAX_SLICE_BYTES, 'slice too large')
  return form === 'BLOOMFILTER' ? readBloomFilter(bytes) : readHashList(bytes)
}
