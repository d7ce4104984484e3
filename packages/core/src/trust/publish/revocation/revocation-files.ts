import { sha256 } from '#sha256'
import { Fault } from '../../../fault.ts'
import { isChunk } from '../../revocation/chunk.ts'
import { nameOf } from '../../revocation/chunk-source.ts'
import { HASH_BYTES } from '../../revocation/revocation-hash.ts'
import {
  type ChunkPlace,
  MAX_DELTAS,
  type RevocationIndex,
  readRevocationIndex,
} from '../../revocation/revocation-index.ts'
import { rowsOf } from '../../revocation/rows.ts'
import { chunkList, type NamedFile, namedFile } from './chunk-files.ts'
import { deltaFile } from './delta-file.ts'
import type { RevocationEntry } from './entries.ts'
import { type DeltaStep, indexBody } from './index-body.ts'
import { type MemberList, membersOf } from './member-lists.ts'

/** What is published: the body of a signed list, and the files that it names by their SHA-256 in lower-case hex. */
export interface RevocationFiles {
  readonly edition: number
  readonly body: Uint8Array
  /** Chunks and deltas. Those of the edition before that this one names again are among them. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** How many hashes are published. */
  readonly members: number
}

/** What was published before, so that the new edition counts on from it and devices need not fetch all again. */
export interface PublishedRevocation {
  readonly body: Uint8Array
  /** The bytes of a file that the body names. */
  file(name: string): Uint8Array | undefined
}

/**
 * Makes the next edition of a revocation list. The same entries, moment and edition before give the same bytes.
 * @throws TypeError for an entry that cannot be one; Fault `list.shape` when the body before is none, and
 * `revocation.unavailable` when one of its files is not there or not what it names
 */
export function revocationFiles(
  entries: Iterable<RevocationEntry>,
  { at, previous }: { readonly at: Date; readonly previous?: PublishedRevocation },
): RevocationFiles {
  const { wholeSigners, lists } = membersOf(entries, at)
  const placed = lists.map(({ kid, type, rows }) => ({ kid, type, ...chunkList(rows) }))
  const chunks = placed.flatMap((list) => list.chunks.filter((chunk) => chunk.length > 0).map(namedFile))
  const { edition, deltas } = previous ? stepsFrom(previous, lists) : { edition: 1, deltas: [] }
  const steps = deltas.map(([from, delta]): DeltaStep => [from, sha256(delta)])
  return {
    edition,
    body: indexBody(edition, wholeSigners, placed, steps),
    files: new Map([...chunks, ...deltas.map(([, delta]): NamedFile => namedFile(delta))]),
    members: lists.reduce((sum, { rows }) => sum + rows.length, 0),
  }
}

interface Steps {
  readonly edition: number
  readonly deltas: readonly (readonly [from: number, delta: Uint8Array])[]
}

/** The steps that led to the edition before, and the one that leads on; none where that would be too large. */
function stepsFrom(previous: PublishedRevocation, lists: readonly MemberList[]): Steps {
  const index = readRevocationIndex(previous.body)
  const edition = index.edition + 1
  const delta = deltaFile(membersBefore(index, previous), lists)
  if (delta === undefined) return { edition, deltas: [] }
  const before = index.deltas.map(({ from, sha256 }) => [from, readFile(previous, sha256)] as const)
  return { edition, deltas: [...before, [index.edition, delta] as const].slice(-MAX_DELTAS) }
}

function membersBefore(index: RevocationIndex, previous: PublishedRevocation): readonly MemberList[] {
  const lists = [...index.signers.values()].flatMap((signer) => signer.lists)
  return lists.map(({ kid, type, chunks }) => {
    const places = chunks.filter((place) => place !== undefined)
    return { kid, type, rows: places.flatMap((place) => readRows(previous, place)) }
  })
}

function readRows(previous: PublishedRevocation, place: ChunkPlace): readonly Uint8Array[] {
  const chunk = readFile(previous, place.sha256)
  if (!isChunk(place, chunk)) throw new Fault('revocation.unavailable', 'a chunk of the edition before')
  return rowsOf(chunk, HASH_BYTES)
}

function readFile(previous: PublishedRevocation, name: string): Uint8Array {
  const bytes = previous.file(name)
  if (bytes === undefined || nameOf(bytes) !== name) {
    throw new Fault('revocation.unavailable', 'a file of the edition before')
  }
  return bytes
}
