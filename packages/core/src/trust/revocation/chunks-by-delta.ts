import { unlessFault } from '../../fault.ts'
import { kidKey } from '../kid-key.ts'
import { isChunk } from './chunk.ts'
import { askSource, type ChunkSource, nameOf } from './chunk-source.ts'
import { applyDelta, changeOf, type ListChange, readDelta } from './delta.ts'
import { HASH_BYTES } from './revocation-hash.ts'
import {
  type ChunkPlace,
  type DeltaPlace,
  prefixOf,
  type RevocationIndex,
  type RevocationList,
} from './revocation-index.ts'
import { rowsOf, tableOf } from './rows.ts'

/** What a device has of an earlier edition. */
export interface HeldRevocation {
  readonly index: RevocationIndex
  readonly chunks: ChunkSource
}

interface Wanted {
  readonly list: RevocationList
  readonly place: ChunkPlace
}

/**
 * The chunks of a newer index, made from those that are held where deltas lead from there to here, so that one new
 * revocation costs a few bytes and not a chunk. Each is checked by its hash; whatever is not held, or does not
 * come out right, is asked of `fetched`, and so are the deltas. Nothing is kept: this fills a store, and look-ups
 * are made in the store.
 */
export function chunksByDelta(index: RevocationIndex, held: HeldRevocation, fetched: ChunkSource): ChunkSource {
  const wanted = wantedByName(index)
  const steps = stepsBetween(held.index, index)
  let changes: Promise<readonly (readonly ListChange[])[] | undefined> | undefined
  return {
    async chunk(sha256) {
      const same = await askSource(held.chunks, sha256)
      if (same !== undefined && nameOf(same) === sha256) return same
      const want = wanted.get(sha256)
      if (want !== undefined && steps !== undefined) {
        changes ??= readSteps(steps, fetched)
        const made = rebuild(want, await membersBefore(want, held), await changes)
        if (made !== undefined) return made
      }
      return fetched.chunk(sha256)
    },
  }
}

function wantedByName(index: RevocationIndex): ReadonlyMap<string, Wanted> {
  const lists = [...index.signers.values()].flatMap((signer) => signer.lists)
  return new Map(
    lists.flatMap((list) => list.chunks.flatMap((place) => (place ? [[place.sha256, { list, place }] as const] : []))),
  )
}

/** The deltas that lead from one edition to the other; undefined when some are no longer there. */
function stepsBetween(from: RevocationIndex, to: RevocationIndex): readonly DeltaPlace[] | undefined {
  const steps = to.deltas.filter((delta) => delta.from >= from.edition)
  return from.edition < to.edition && steps.length === to.edition - from.edition ? steps : undefined
}

/** What each step changed; undefined when a delta cannot be had. */
async function readSteps(
  steps: readonly DeltaPlace[],
  source: ChunkSource,
): Promise<readonly (readonly ListChange[])[] | undefined> {
  const files = await Promise.all(steps.map(({ sha256 }) => askSource(source, sha256)))
  const isRight = files.every((file, index) => file !== undefined && nameOf(file) === steps[index]?.sha256)
  return isRight ? unlessFault(() => (files as readonly Uint8Array[]).map(readDelta)) : undefined
}

/** All held members that may belong into the chunk, sorted; undefined when one of their chunks cannot be had. */
async function membersBefore({ list, place }: Wanted, held: HeldRevocation): Promise<Uint8Array | undefined> {
  const before = held.index.signers.get(kidKey(list.kid))?.lists.find(({ type }) => type === list.type)
  const places = (before?.chunks ?? []).filter((old) => old !== undefined && overlap(old, place)) as ChunkPlace[]
  const chunks = await Promise.all(places.map((old) => askSource(held.chunks, old.sha256)))
  if (!chunks.every((chunk, index) => chunk !== undefined && isChunk(places[index] as ChunkPlace, chunk)))
    return undefined
  return tableOf(
    (chunks as Uint8Array[]).flatMap((chunk) => rowsOf(chunk, HASH_BYTES)),
    HASH_BYTES,
  )
}

function overlap(left: ChunkPlace, right: ChunkPlace): boolean {
  const bits = Math.min(left.bits, right.bits)
  return left.prefix >>> (left.bits - bits) === right.prefix >>> (right.bits - bits)
}

function rebuild(
  { list, place }: Wanted,
  before: Uint8Array | undefined,
  steps: readonly (readonly ListChange[])[] | undefined,
): Uint8Array | undefined {
  if (before === undefined || steps === undefined) return undefined
  const after = steps.reduce((members, changes) => {
    const change = changeOf(changes, list)
    return change === undefined ? members : applyDelta(members, change)
  }, before)
  const inPlace = rowsOf(after, HASH_BYTES).filter((row) => prefixOf(row, place.bits) === place.prefix)
  const chunk = tableOf(inPlace, HASH_BYTES)
  return isChunk(place, chunk) ? chunk : undefined
}
