import { bytesToHex } from '@noble/hashes/utils.js'
import { ANY_SIGNER, KID_BYTES, kidKey } from '../kid-key.ts'
import { demand } from '../list-shape.ts'
import { type HashType, hashTypes } from './revocation-hash.ts'
import type { ChunkPlace, RevocationList, RevokedOfSigner } from './revocation-index.ts'
import { compareAt } from './rows.ts'

/** Members of a chunk, so that none is larger than 64 KiB. */
export const MAX_MEMBERS = 4096
/** Leading bits of a hash that may choose its chunk. */
export const MAX_BITS = 16
/** Before the chunks of a list: `kid (8) | type (1) | bits (1)`. */
export const LIST_HEAD_BYTES: number = KID_BYTES + 2
/** A chunk: `members (2) | SHA-256 (32)`. */
export const CHUNK_ROW_BYTES = 34
/** In place of a type: all that this kid signed is revoked. */
export const WHOLE_SIGNER = 0
/** By type; the bytes that Germany's lists used. */
const typeBytes: Readonly<Record<HashType, number>> = { SIGNATURE: 0x0a, UCI: 0x0b, COUNTRYCODEUCI: 0x0c }

/** What stands for a type in an index or a delta. */
export function typeByte(type: HashType): number {
  return typeBytes[type]
}

/** Undefined for a byte that stands for no type. */
export function typeOfByte(byte: number | undefined): HashType | undefined {
  return hashTypes.find((type) => typeBytes[type] === byte)
}

/** A list, or undefined in place of it where all that the kid signed is revoked. */
interface Entry {
  readonly kid: Uint8Array
  readonly list: RevocationList | undefined
  readonly end: number
}

/**
 * Reads lists that stand one after the other, sorted by kid and type. Each is `kid (8) | type (1) | bits (1)`
 * and 2^bits times `members (2) | SHA-256 (32)` of a chunk, zeros where there are no members. Type 0 says that all
 * under this kid is revoked: its bits are 0, and no chunk follows. A kid of zeros means any signer.
 * @throws Fault `list.shape`
 */
export function readLists(bytes: Uint8Array): ReadonlyMap<string, RevokedOfSigner> {
  const signers = new Map<string, { whole: boolean; readonly lists: RevocationList[] }>()
  for (let at = 0, before = -1; at < bytes.length; ) {
    demand(at + LIST_HEAD_BYTES <= bytes.length, 'lists end early')
    demand(before < 0 || compareAt(bytes, before, bytes, at, KID_BYTES + 1) < 0, 'order of lists')
    const { kid, list, end } = readEntry(bytes, at)
    const signer = signers.get(kidKey(kid)) ?? { whole: false, lists: [] }
    signers.set(kidKey(kid), signer)
    if (list === undefined) signer.whole = true
    else signer.lists.push(list)
    before = at
    at = end
  }
  return signers
}

function readEntry(bytes: Uint8Array, at: number): Entry {
  const kid = bytes.subarray(at, at + KID_BYTES)
  const [typeAt = 0, bits = 0] = bytes.subarray(at + KID_BYTES, at + LIST_HEAD_BYTES)
  const start = at + LIST_HEAD_BYTES
  if (typeAt === WHOLE_SIGNER) {
    demand(bits === 0 && compareAt(kid, 0, ANY_SIGNER, 0, KID_BYTES) !== 0, 'a whole signer')
    return { kid, list: undefined, end: start }
  }
  const type = typeOfByte(typeAt)
  const end = start + CHUNK_ROW_BYTES * 2 ** bits
  demand(type !== undefined && bits <= MAX_BITS && end <= bytes.length, 'a list')
  return { kid, list: { kid, type, bits, chunks: readPlaces(bytes.subarray(start, end), bits) }, end }
}

function readPlaces(table: Uint8Array, bits: number): readonly (ChunkPlace | undefined)[] {
  return Array.from({ length: 2 ** bits }, (_, prefix) => {
    const row = table.subarray(prefix * CHUNK_ROW_BYTES, (prefix + 1) * CHUNK_ROW_BYTES)
    const members = ((row[0] as number) << 8) | (row[1] as number)
    demand(members <= MAX_MEMBERS, 'members of a chunk')
    if (members > 0) return { sha256: bytesToHex(row.subarray(2)), members, prefix, bits }
    demand(
      row.every((byte) => byte === 0),
      'an empty chunk',
    )
    return undefined
  })
}
