import { ANY_SIGNER, KID_BYTES, kidKey } from '../../kid-key.ts'
import { typeByte } from '../../revocation/index-lists.ts'
import { HASH_BYTES, type HashType } from '../../revocation/revocation-hash.ts'
import { compareAt, sortedRows } from '../../revocation/rows.ts'
import type { RevocationEntry, RevokedCertificate } from './entries.ts'

/** The members of one list, sorted, each once. */
export interface MemberList {
  readonly kid: Uint8Array
  readonly type: HashType
  readonly rows: readonly Uint8Array[]
}

/** What is to be published, in the order of the index. */
export interface Members {
  /** Sorted. */
  readonly wholeSigners: readonly Uint8Array[]
  /** Sorted by kid and type; none is empty. */
  readonly lists: readonly MemberList[]
}

const DAY_SECONDS = 86_400

/**
 * Sorts entries into lists. Left out is what can no longer matter: certificates whose last day ended a day ago, so
 * that no clock that runs behind takes one back, and those of signers that are revoked as a whole.
 * @throws TypeError for a kid that is not 8 bytes long, or zeros, and a hash that is not 16 bytes long
 */
export function membersOf(entries: Iterable<RevocationEntry>, at: Date): Members {
  const today = Math.floor(at.getTime() / 1000 / DAY_SECONDS)
  const signers = new Map<string, Uint8Array>()
  const lists = new Map<string, { kid: Uint8Array; type: HashType; rows: Uint8Array[] }>()
  for (const entry of entries) {
    if (entry.type === 'SIGNER') signers.set(kidKey(checkedKid(entry.kid)), entry.kid)
    else if (entry.lastDay === undefined || entry.lastDay >= today - 1) addMember(lists, entry)
  }
  const open = [...lists.values()].filter(({ kid }) => !signers.has(kidKey(kid)))
  return {
    wholeSigners: sortedRows([...signers.values()], KID_BYTES),
    lists: open
      .toSorted(
        (left, right) => compareAt(left.kid, 0, right.kid, 0, KID_BYTES) || typeByte(left.type) - typeByte(right.type),
      )
      .map(({ kid, type, rows }) => ({ kid, type, rows: sortedRows(rows, HASH_BYTES) })),
  }
}

function addMember(
  lists: Map<string, { readonly kid: Uint8Array; readonly type: HashType; readonly rows: Uint8Array[] }>,
  { type, kid: given, hash }: RevokedCertificate,
): void {
  const kid = given === undefined ? ANY_SIGNER : checkedKid(given)
  if (hash.length !== HASH_BYTES) throw new TypeError('a hash must be 16 bytes long')
  const key = type + kidKey(kid)
  const list = lists.get(key)
  if (list === undefined) lists.set(key, { kid, type, rows: [hash] })
  else list.rows.push(hash)
}

function checkedKid(kid: Uint8Array): Uint8Array {
  if (kid.length !== KID_BYTES || kid.every((byte) => byte === 0))
    throw new TypeError('a kid must be 8 bytes, not all 0')
  return kid
}
