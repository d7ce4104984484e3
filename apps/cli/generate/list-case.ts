import { type ListCode, type ListKind, listKinds, type Offer, type Root, type SnapshotFiles } from '@vaxcert/core/trust'
import type { Heading, ListsExpectation, Vector } from './vector.ts'

/** What a device holds, what it is offered, and what must come of it. */
export interface ListCase extends Heading {
  readonly story: () => Story | Promise<Story>
  readonly expect: ListsExpectation
}

export interface Story {
  readonly pinned: Root
  /** Nothing but the pinned root where absent. */
  readonly held?: SnapshotFiles
  readonly offered: Offer
  readonly clock: Date
}

/** Numbers that all lists have where nothing else is said. */
export function advanced(
  { root = 1, epoch = 1, manifest = 1, ...lists }: Partial<Record<'root' | 'epoch' | 'manifest' | ListKind, number>>,
  clock: 'right' | 'behind' = 'right',
): ListsExpectation {
  const numbers = Object.fromEntries(listKinds.map((kind) => [kind, lists[kind] ?? 1]))
  return { kind: 'advanced', root, epoch, manifest, lists: numbers, clock }
}

export function refused(code: ListCode): ListsExpectation {
  return { kind: 'refused', code }
}

export async function listVector({ story, expect, ...heading }: ListCase): Promise<Vector> {
  const { pinned, held, offered, clock } = await story()
  const given = {
    pinned: base64(pinned.file),
    ...(held && { held: filesText(held) }),
    offered: filesText(offered),
    clock: clock.toISOString().replace('.000Z', 'Z'),
  }
  return { ...heading, given, expect }
}

function filesText({ roots, manifest, lists }: Offer): unknown {
  const texts = listKinds.flatMap((kind) => (lists[kind] === undefined ? [] : [[kind, fileText(lists[kind])]]))
  return { roots: roots.map(fileText), manifest: fileText(manifest), lists: Object.fromEntries(texts) }
}

/** In base64; a file of nothing but zeros by their count. */
function fileText(file: Uint8Array): unknown {
  return file.length > 0 && file.every((byte) => byte === 0) ? { zeros: file.length } : base64(file)
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
