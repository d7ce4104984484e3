import { ANY_SIGNER, KID_BYTES, kidKey } from '../../kid-key.ts'
import { groupBy } from '../../revocation/group-by.ts'
import { typeByte } from '../../revocation/index-lists.ts'
import { HASH_BYTES, type HashType } from '../../revocation/revocation-hash.ts'
import { sortedRows } from '../../revocation/rows.ts'
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
  const certificates: RevokedCertificate[] = []
  for (const entry of entries) {
    if (entry.type === 'SIGNER') signers.set(kidKey(checkedKid(entry.kid)), entry.kid)
    else if (entry.lastDay === undefined || entry.lastDay >= today - 1) certificates.push(checked(entry))
  }
  const open = certificates.filter(({ kid }) => kid === undefined || !signers.has(kidKey(kid)))
  return { wholeSigners: sortedRows([...signers.values()], KID_BYTES), lists: listsOf(open) }
}

function listsOf(certificates: readonly RevokedCertificate[]): readonly MemberList[] {
  const groups = groupBy(certificates, listKey)
  const inOrder = [...groups].toSorted(([left], [right]) => (left < right ? -1 : 1))
  return inOrder.map(([, group]) => {
    const [{ kid = ANY_SIGNER, type }] = group as readonly [RevokedCertificate]
    return {
      kid,
      type,
      rows: sortedRows(
        group.map(({ hash }) => hash),
        HASH_BYTES,
      ),
    }
  })
}

/** Sorts as the index does: by kid, then by the byte of the type. */
export function listKey({ kid = ANY_SIGNER, type }: { readonly kid?: Uint8Array; readonly type: HashType }): string {
  return kidKey(kid) + String.fromCharCode(typeByte(type))
}

function checked(entry: RevokedCertificate): RevokedCertificate {
  if (entry.hash.length !== HASH_BYTES) throw new TypeError('a hash must be 16 bytes long')
  if (entry.kid !== undefined) checkedKid(entry.kid)
  return entry
}

function checkedKid(kid: Uint8Array): Uint8Array {
  if (kid.length !== KID_BYTES || kid.every((byte) => byte === 0))
    throw new TypeError('a kid must be 8 bytes, not all 0')
  return kid
}
