import { signal } from '@preact/signals'
import { advance, listKinds, type Root, type Snapshot } from '@vaxcert/core/trust'
import { day, nothingRevoked, type OfferPlan, offerOf } from '../../../../packages/core/test/trust/list-world.ts'
import { type ListSource, listName, MANIFEST, pieceName, rootName } from '../../src/lists/layout.ts'
import type { Lists } from '../../src/lists/lists.ts'
import { openLists } from '../../src/lists/open-lists.ts'
import { filesSource } from '../../src/lists/sources/pack.ts'
import type { Store } from '../../src/lists/store/store.ts'

/** A published folder in memory, and the snapshot that it makes. */
export interface Published {
  readonly files: Map<string, Uint8Array>
  readonly snapshot: Snapshot
}

/** What an honest publisher publishes; `revocation` may bring pieces. */
export async function publish(
  plan: OfferPlan & { readonly pieces?: ReadonlyMap<string, Uint8Array>; readonly base?: Root | Snapshot },
): Promise<Published> {
  const offer = await offerOf(plan)
  const snapshot = await advance(plan.base ?? plan.previous ?? plan.root, offer, day(plan.on ?? 1))
  const files = new Map<string, Uint8Array>([
    [MANIFEST, offer.manifest],
    ...listKinds.map((kind) => [listName(kind), snapshot.files.lists[kind]] as const),
    ...snapshot.files.roots.map((root, index) => [rootName(index + 1), root] as const),
    ...[...(plan.pieces ?? [])].map(([name, piece]) => [pieceName(name), piece] as const),
  ])
  return { files, snapshot }
}

export { day, nothingRevoked }

/** Lists over a store, a publication that a test may change, and a clock that it may set. */
export interface Device {
  readonly lists: Lists
  /** Names of files that were asked for. */
  readonly asked: string[]
  readonly clock: { value: Date }
}

export function device(store: Store, pinned: Root, published: () => ReadonlyMap<string, Uint8Array>): Device {
  const asked: string[] = []
  const clock = signal(day(1))
  const source: ListSource = {
    file(name, maxBytes) {
      asked.push(name)
      return filesSource(published()).file(name, maxBytes)
    },
  }
  const lists = openLists({
    store,
    pinned: async () => pinned,
    source: async () => source,
    now: () => clock.value,
    often: () => {},
  })
  return { lists, asked, clock }
}

/** The same bytes with one bit turned round. */
export function flipped(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))
}
