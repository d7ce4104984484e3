import { Fault } from '@vaxcert/core'
import { type FileKind, type ListKind, listKinds, type Role, type Root } from '@vaxcert/core/trust'
import { type Draft, plannedRoot, readDraft } from '@vaxcert/core/trust/publish'
import { type ListFiles, listName, MANIFEST, rootName } from '../snapshot/layout.ts'

/** One file of a staged folder: a draft, or one that all have signed who must. */
export interface StagedFile {
  /** In the folder: "trust.list". */
  readonly name: string
  readonly file: Uint8Array
  readonly draft: Draft
  /** Whose signatures it takes. */
  readonly roles: readonly NamedRole[]
}

/** A role, and what it is to the file. */
export interface NamedRole extends Role {
  readonly name: 'root' | 'lists' | 'root before'
}

/**
 * The files of a staged folder in the order in which they are signed, read and believed by nobody.
 * @throws Fault `list.shape`, `list.too-large`, `list.signature`, `list.mixed`
 */
export function stagedFiles({ roots, manifest, lists }: ListFiles): readonly StagedFile[] {
  const planned = roots.map(plannedRoot)
  const newest = planned.at(-1)
  if (newest === undefined) return []
  const last = staged('root', rootName(roots.length), newest.file, rootRoles(newest, planned.at(-2)))
  const ofLists = [{ ...newest.roles.lists, name: 'lists' as const }]
  const drafts = listKinds.flatMap((kind: ListKind) => {
    const file = lists[kind]
    return file === undefined ? [] : [staged(kind, listName(kind), file, ofLists)]
  })
  return [last, ...drafts, ...(manifest === undefined ? [] : [staged('manifest', MANIFEST, manifest, ofLists)])]
}

/** How many signatures of each role a file still takes; empty when it has enough of each. */
export function missingSignatures({ roles, draft }: StagedFile): readonly { role: NamedRole; missing: number }[] {
  return roles.flatMap((role) => {
    const missing = role.threshold - draft.signedBy.filter((kid) => isNamed(role, kid)).length
    return missing > 0 ? [{ role, missing }] : []
  })
}

/** Whether a role names the key with this kid. */
export function isNamed({ keys }: Role, kid: Uint8Array): boolean {
  return keys.some((key) => Buffer.compare(key.kid, kid) === 0)
}

/** A file that is called something else than it is would be signed by the wrong role. */
function staged(kind: FileKind, name: string, file: Uint8Array, roles: readonly NamedRole[]): StagedFile {
  const draft = readDraft(file)
  if (draft.statement.kind !== kind) throw new Fault('list.mixed', 'a file of another kind')
  return { name, file, draft, roles }
}

/** A root is signed by its own root keys and by those of the one before. */
function rootRoles(root: Root, before: Root | undefined): readonly NamedRole[] {
  const own = { ...root.roles.root, name: 'root' as const }
  return before === undefined ? [own] : [{ ...before.roles.root, name: 'root before' }, own]
}
