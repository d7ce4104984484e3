import { bytesToHex } from '@noble/hashes/utils.js'
import { unlessFault } from '../../../fault.ts'
import { ANY_SIGNER, kidKey } from '../../kid-key.ts'
import { demand } from '../../list-shape.ts'
import { type Answer, settle } from '../answers.ts'
import { askSource, type ChunkSource, nameOf } from '../chunk-source.ts'
import { groupBy } from '../group-by.ts'
import type { Revocation, RevocationSubject } from '../revocation.ts'
import { revocationHashes } from '../revocation-hash.ts'
import type { EuMode, EuSigner, EuSliceEntry } from './eu-lists.ts'
import { readSlice, type Slice } from './slice.ts'

/** One signer with all of its slices. */
export interface EuRevocationList extends EuSigner {
  readonly slices: readonly EuSliceEntry[]
}

/** Hex digits of the hash that name partition and chunk (dgca-revocation-distribution-service). */
const partitionDigits: Readonly<Record<EuMode, number>> = { POINT: 0, VECTOR: 1, COORDINATE: 2 }

/**
 * Looks certificates up in the slices of the EU's distribution service: Bloom filters and partial variable hash lists.
 * What is revoked is always found; what is not may be taken for revoked, as often as the slices were made to
 * allow. What is listed for no known signer is looked up for each of them. Slices that had expired at `at` are not asked.
 * @throws Fault `list.shape` for a signer that stands there twice, or whose slices lie where its mode does not look
 */
export function euRevocation(lists: readonly EuRevocationList[], source: ChunkSource, at: Date): Revocation {
  const now = at.getTime() / 1000
  if (Number.isNaN(now)) throw new TypeError('at: not a date')
  const bySigner = new Map(lists.map((list) => [kidKey(list.kid), placesOf(list, now)]))
  demand(bySigner.size === lists.length, 'a signer twice')
  const any = bySigner.get(kidKey(ANY_SIGNER))
  const read = sliceReader(source)
  return {
    isRevoked(subject) {
      const own = [bySigner.get(kidKey(subject.kid)), any].filter((list) => list !== undefined)
      return settle(own.flatMap((list) => askList(list, subject, read)))
    },
  }
}

interface PlacedSlices extends EuSigner {
  /** By the digits of partition and chunk. */
  readonly places: ReadonlyMap<string, readonly EuSliceEntry[]>
}

function placesOf({ kid, mode, hashTypes, slices }: EuRevocationList, now: number): PlacedSlices {
  demand(
    slices.every(({ partition }) => partition.length === partitionDigits[mode]),
    'partition of another mode',
  )
  const live = slices.filter(({ expires }) => expires > now)
  return { kid, mode, hashTypes, places: groupBy(live, ({ partition, chunk }) => partition + chunk) }
}

function askList(list: PlacedSlices, subject: RevocationSubject, read: ReadSlice): (Answer | Promise<Answer>)[] {
  const hashes = list.hashTypes.flatMap((type) => revocationHashes(type, subject))
  return hashes.flatMap((hash) => slicesFor(list, hash).map((entry) => ask(read(entry), hash)))
}

function slicesFor({ mode, places }: PlacedSlices, hash: Uint8Array): readonly EuSliceEntry[] {
  return places.get(bytesToHex(hash.subarray(0, 2)).slice(0, partitionDigits[mode] + 1)) ?? []
}

type ReadSlice = (entry: EuSliceEntry) => Slice | undefined | Promise<Slice | undefined>

/** Reads slices of a source, each once for as long as the source hands out the same array. */
function sliceReader(source: ChunkSource): ReadSlice {
  const known = new WeakMap<Uint8Array, { readonly entry: EuSliceEntry; readonly slice: Slice }>()
  const read = (entry: EuSliceEntry, bytes: Uint8Array | undefined): Slice | undefined => {
    const before = bytes && known.get(bytes)
    if (bytes === undefined || before?.entry === entry) return before?.slice
    // A slice that nobody can read may hold anything.
    const slice = nameOf(bytes) === entry.sha256 ? unlessFault(() => readSlice(bytes, entry.form)) : undefined
    if (slice !== undefined) known.set(bytes, { entry, slice })
    return slice
  }
  return (entry) => {
    const answer = askSource(source, entry.sha256)
    return answer instanceof Promise ? answer.then((bytes) => read(entry, bytes)) : read(entry, answer)
  }
}

function ask(slice: Slice | undefined | Promise<Slice | undefined>, hash: Uint8Array): Answer | Promise<Answer> {
  return slice instanceof Promise ? slice.then((read) => read?.contains(hash)) : slice?.contains(hash)
}
