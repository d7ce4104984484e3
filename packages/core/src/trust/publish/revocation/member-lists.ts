import { ANY_SIGNER, KID_BYTES, kidKey } from '../../kid-key.ts'
import { groupBy } from '../../revocation/group-by.ts'
import { typeByte } from '../../revocation/index-lists.ts'
import { HASH_BYTES, type HashType } from '../../revocation/revocation-hash.ts'
import { sortedRows } from '../../revocation/rows.ts'
import { checkEntry, dayOf, type RevocationEntry, type RevokedCertificate } from './entries.ts'

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

/**
 * Sorts entries into lists. Left out is what can no longer matter: certificates whose last day ended a day ago, so
 * that no clock that runs behind takes one back, and those of signers that are revoked as a whole.
 * @throws TypeError as `checkEntry` and `dayOf`
 */
export function membersOf(entries: Iterable<RevocationEntry>, at: Date): Members {
  const today = dayOf(at)
  const signers = new Map<string, Uint8Array>()
  const certificates: RevokedCertificate[] = []
  for (const entry of entries) {
    checkEntry(entry)
    if (entry.type === 'SIGNER') signers.set(kidKey(entry.kid), entry.kid)
    else if (entry.lastDay === undefined || entry.lastDay >= today - 1) certificates.push(entry)
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
