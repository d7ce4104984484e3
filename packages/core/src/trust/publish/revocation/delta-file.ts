import { KID_BYTES } from '../../kid-key.ts'
import { CHANGE_HEAD_BYTES, type ListChange, MAX_DELTA_BYTES } from '../../revocation/delta.ts'
import { typeByte } from '../../revocation/index-lists.ts'
import { HASH_BYTES } from '../../revocation/revocation-hash.ts'
import { compareAt, tableOf } from '../../revocation/rows.ts'
import { listKey, type MemberList } from './member-lists.ts'

/** The delta from one edition to the next (see `readDelta`), or undefined where it would be too large to be worth it. */
export function deltaFile(before: readonly MemberList[], after: readonly MemberList[]): Uint8Array | undefined {
  const keys = new Map([...before, ...after].map((list) => [listKey(list), list]))
  const changes = [...keys]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, { kid, type }]) => {
      const [old, now] = [rowsFor(before, key), rowsFor(after, key)]
      return {
        kid,
        type,
        added: tableOf(missing(now, old), HASH_BYTES),
        removed: tableOf(missing(old, now), HASH_BYTES),
      }
    })
  const real = changes.filter(({ added, removed }) => added.length + removed.length > 0)
  const size = real.reduce((sum, { added, removed }) => sum + CHANGE_HEAD_BYTES + added.length + removed.length, 0)
  return size > MAX_DELTA_BYTES ? undefined : writeChanges(real, size)
}

function rowsFor(lists: readonly MemberList[], key: string): readonly Uint8Array[] {
  return lists.find((list) => listKey(list) === key)?.rows ?? []
}

/** The rows that the other lacks; both are sorted. */
function missing(rows: readonly Uint8Array[], other: readonly Uint8Array[]): readonly Uint8Array[] {
  let at = 0
  return rows.filter((row) => {
    while (at < other.length && compareAt(other[at] as Uint8Array, 0, row, 0, HASH_BYTES) < 0) at += 1
    const there = other[at]
    return there === undefined || compareAt(there, 0, row, 0, HASH_BYTES) !== 0
  })
}

function writeChanges(changes: readonly ListChange[], size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const { kid, type, added, removed } of changes) {
    bytes.set(kid, at)
    bytes[at + KID_BYTES] = typeByte(type)
    view.setUint16(at + KID_BYTES + 1, added.length / HASH_BYTES)
    view.setUint16(at + KID_BYTES + 3, removed.length / HASH_BYTES)
    bytes.set(added, at + CHANGE_HEAD_BYTES)
    bytes.set(removed, at + CHANGE_HEAD_BYTES + added.length)
    at += CHANGE_HEAD_BYTES + added.length + removed.length
  }
  return bytes
}
