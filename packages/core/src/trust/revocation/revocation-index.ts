import { bytesToHex } from '@noble/hashes/utils.js'
import { readCbor } from '../../cose/cbor-reader.ts'
import { demand, demandArray, demandBytes, demandMap, demandWhole } from '../list-shape.ts'
import { readLists } from './index-lists.ts'
import type { HashType } from './revocation-hash.ts'

/** What is revoked, as a map of where to look it up: the members themselves lie in chunks, fetched at need. */
export interface RevocationIndex {
  /** Counts publications, from 1. */
  readonly edition: number
  /** By `kidKey`. Most signers are not in it: nothing that they signed is revoked. */
  readonly signers: ReadonlyMap<string, RevokedOfSigner>
  /** Steps from one edition to the next, in order; the last one leads here. */
  readonly deltas: readonly DeltaPlace[]
}

/** What is revoked of all that was signed under one kid. */
export interface RevokedOfSigner {
  /** Everything. */
  readonly whole: boolean
  readonly lists: readonly RevocationList[]
}

/** The members of one type under one kid, in 2^bits chunks by the leading bits of the hash. */
export interface RevocationList {
  readonly kid: Uint8Array
  readonly type: HashType
  readonly bits: number
  /** By the leading bits; undefined where nothing is revoked. */
  readonly chunks: readonly (ChunkPlace | undefined)[]
}

/** A file of sorted hashes of 16 bytes. */
export interface ChunkPlace {
  /** Its name: its SHA-256 in lower-case hex. */
  readonly sha256: string
  readonly members: number
  /** The leading bits of all members. */
  readonly prefix: number
  readonly bits: number
}

/** A step that leads on from an earlier edition. */
export interface DeltaPlace {
  /** The edition that it leads on from. */
  readonly from: number
  /** Name of the file: its SHA-256 in lower-case hex. */
  readonly sha256: string
}

/** How a body names itself. */
export const FORMAT = 'vaxcert-revocation'
export const VERSION = 1
/** Steps that one index may name: a device further behind fetches chunks. */
export const MAX_DELTAS = 16

const MAX_BODY_BYTES = 4 * 2 ** 20
const SHA256_BYTES = 32
const MEMBERS = ['format', 'version', 'edition', 'lists', 'deltas'] as const

/**
 * Reads the body of a revocation list: CBOR `{format, version, edition, lists, deltas}`, where `lists` is one byte
 * string (see `readLists`) and a delta is `[edition that it leads on from, SHA-256]`.
 * @throws Fault `list.shape`
 */
export function readRevocationIndex(body: Uint8Array): RevocationIndex {
  const options = { code: 'list.shape', maxBytes: MAX_BODY_BYTES, indefinite: false }
  const { format, version, edition, lists, deltas } = demandMap(readCbor(body, options), MEMBERS)
  demand(format === FORMAT && version === VERSION, 'format or version')
  const current = demandWhole(edition)
  demand(current > 0, 'edition')
  return { edition: current, signers: readLists(demandBytes(lists)), deltas: readDeltas(deltas, current) }
}

/** The leading bits of a hash, 16 at most: they choose its chunk. */
export function prefixOf(hash: Uint8Array, bits: number): number {
  return (((hash[0] as number) << 8) | (hash[1] as number)) >>> (16 - bits)
}

/** One step after the other, without a gap, up to this edition. */
function readDeltas(value: unknown, edition: number): readonly DeltaPlace[] {
  const deltas = demandArray(value, MAX_DELTAS)
  return deltas.map((delta, index) => {
    const [from, sha256] = demandArray(delta, 2)
    const start = demandWhole(from)
    demand(start > 0 && start === edition - deltas.length + index, 'edition of a delta')
    return { from: start, sha256: bytesToHex(demandBytes(sha256, SHA256_BYTES)) }
  })
}
