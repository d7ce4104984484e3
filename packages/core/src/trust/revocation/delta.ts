import { KID_BYTES, kidKey } from '../kid-key.ts'
import { demand } from '../list-shape.ts'
import { typeOfByte } from './index-lists.ts'
import { HASH_BYTES, type HashType } from './revocation-hash.ts'
import { compareAt, hasRow, isAscending, rowsOf, sortedRows, tableOf } from './rows.ts'

/** What one edition changed in one list. Both tables are sorted hashes of 16 bytes. */
export interface ListChange {
  readonly kid: Uint8Array
  readonly type: HashType
  readonly added: Uint8Array
  readonly removed: Uint8Array
}

/** Larger ones are not published: chunk by chunk costs less then. */
export const MAX_DELTA_BYTES: number = 64 * 1024
/** Before the hashes of a change: `kid (8) | type (1) | added (2) | removed (2)`. */
export const CHANGE_HEAD_BYTES: number = KID_BYTES + 5

/**
 * Reads a delta: changes one after the other, sorted by kid and type; each is
 * `kid (8) | type (1) | added (2) | removed (2)`, the hashes added and the hashes removed.
 * @throws Fault `list.shape`
 */
export function readDelta(bytes: Uint8Array): readonly ListChange[] {
  demand(bytes.length <= MAX_DELTA_BYTES, 'delta too large')
  const changes: ListChange[] = []
  for (let at = 0, before = -1; at < bytes.length; ) {
    demand(at + CHANGE_HEAD_BYTES <= bytes.length, 'delta ends early')
    demand(before < 0 || compareAt(bytes, before, bytes, at, KID_BYTES + 1) < 0, 'order of changes')
    const change = readChange(bytes.subarray(at))
    changes.push(change)
    before = at
    at += CHANGE_HEAD_BYTES + change.added.length + change.removed.length
  }
  return changes
}

function readChange(bytes: Uint8Array): ListChange {
  const kid = bytes.subarray(0, KID_BYTES)
  const [typeAt, a = 0, b = 0, c = 0, d = 0] = bytes.subarray(KID_BYTES, CHANGE_HEAD_BYTES)
  const type = typeOfByte(typeAt)
  const middle = CHANGE_HEAD_BYTES + HASH_BYTES * ((a << 8) | b)
  const end = middle + HASH_BYTES * ((c << 8) | d)
  demand(type !== undefined && end > CHANGE_HEAD_BYTES && end <= bytes.length, 'a change')
  const [added, removed] = [bytes.subarray(CHANGE_HEAD_BYTES, middle), bytes.subarray(middle, end)]
  demand(isAscending(added, HASH_BYTES) && isAscending(removed, HASH_BYTES), 'order of hashes')
  return { kid, type, added, removed }
}

/** Sorted members, after a step: those removed are gone, those added are among them, each once. */
export function applyDelta(members: Uint8Array, { added, removed }: Pick<ListChange, 'added' | 'removed'>): Uint8Array {
  const kept = rowsOf(members, HASH_BYTES).filter((row) => !hasRow(removed, HASH_BYTES, row))
  return tableOf(sortedRows([...kept, ...rowsOf(added, HASH_BYTES)], HASH_BYTES), HASH_BYTES)
}

/** What a step changed in this list; undefined when it left it alone. */
export function changeOf(
  changes: readonly ListChange[],
  list: Pick<ListChange, 'kid' | 'type'>,
): ListChange | undefined {
  return changes.find(({ kid, type }) => type === list.type && kidKey(kid) === kidKey(list.kid))
}
