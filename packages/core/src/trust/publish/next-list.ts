import { sha256 } from '#sha256'
import { sameBytes } from '../../cose/same-bytes.ts'
import { Fault } from '../../fault.ts'
import type { ListKind } from '../list-kind.ts'
import type { Root } from '../root.ts'
import { openList } from '../signed-list.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Statement } from '../statement.ts'
import { wholeSeconds } from '../whole-seconds.ts'
import { prepareList, readDraft } from './list-draft.ts'

/** What decides whether a list goes on: the options of `buildLists` that it needs. */
export interface NextListOptions {
  readonly root: Root
  readonly issuedAt: Date
  readonly manifestExpiresAt: Date
  readonly listsExpireAt: Date
}

/** A list of the next snapshot: a draft, or the one that goes on, of which only the statement is needed. */
export interface NextList {
  readonly statement: Statement
  readonly draft?: Uint8Array
}

/** The list of this kind with this body: the held one where it can go on, else the next number of its epoch. */
export async function nextList(
  kind: ListKind,
  body: Uint8Array,
  previous: Snapshot | undefined,
  options: NextListOptions,
): Promise<NextList> {
  const { root, issuedAt, listsExpireAt: expiresAt } = options
  const held = previous?.manifest.epoch === root.epoch ? previous.statements[kind] : undefined
  if (previous && held && (await goesOn(previous.files.lists[kind], held, body, options))) return { statement: held }
  const number = (held?.number ?? 0) + 1
  const draft = prepareList({ kind, epoch: root.epoch, number, issuedAt, expiresAt, body })
  return { statement: readDraft(draft).statement, draft }
}

/** Whether a held file says the same, lasts as long as the manifest, and is signed by keys that the root still names. */
async function goesOn(
  file: Uint8Array,
  { kind, sha256: hash, expiresAt }: Statement,
  body: Uint8Array,
  { root, manifestExpiresAt }: NextListOptions,
): Promise<boolean> {
  if (!sameBytes(sha256(body), hash) || expiresAt < wholeSeconds(manifestExpiresAt)) return false
  try {
    await openList(file, kind, root.roles.lists)
    return true
  } catch (error) {
    if (error instanceof Fault) return false
    throw error
  }
}
