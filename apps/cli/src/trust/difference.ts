import { type ListKind, listKinds } from '@vaxcert/core/trust'
import { type Entry, entriesOf, type ListContents } from './entries.ts'

/** What became of one list: labels of entries, in the order of the lists. */
export interface Difference {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** Entries of which something else is said. */
  readonly changed: readonly string[]
}

/** What became of each list. */
export function differences(before: ListContents, after: ListContents): Readonly<Record<ListKind, Difference>> {
  const [old, young] = [entriesOf(before), entriesOf(after)]
  const each = listKinds.map((kind) => [kind, difference(old[kind], young[kind])])
  return Object.fromEntries(each) as Record<ListKind, Difference>
}

/** Whether nothing became of it. */
export function isSame({ added, removed, changed }: Difference): boolean {
  return added.length + removed.length + changed.length === 0
}

function difference(before: readonly Entry[], after: readonly Entry[]): Difference {
  const old = new Map(before.map((entry) => [entry.id, entry]))
  const young = new Set(after.map(({ id }) => id))
  const kept = after.flatMap((entry) => {
    const was = old.get(entry.id)
    return was === undefined ? [] : [{ was, entry }]
  })
  return {
    added: after.filter(({ id }) => !old.has(id)).map(({ label }) => label),
    removed: before.filter(({ id }) => !young.has(id)).map(({ label }) => label),
    changed: kept.filter(({ was, entry }) => was.facts !== entry.facts).map(({ entry }) => entry.label),
  }
}
