import { Fault } from '@vaxcert/core'
import type { Denied, Root, Snapshot } from '@vaxcert/core/trust'
import {
  type BuildOptions,
  buildLists,
  type ListContents,
  makeNextRoot,
  type NextRootPlan,
  plannedRoot,
  readDraft,
  revocationFiles,
} from '@vaxcert/core/trust/publish'
import type { Disk } from '../snapshot/disk.ts'
import type { FolderChunks } from '../snapshot/folder-chunks.ts'
import { type ListFiles, readListFiles } from '../snapshot/layout.ts'
import { writePublication } from '../snapshot/published-folder.ts'
import { fetchPieces, pieceNames } from '../snapshot/revocation-pieces.ts'
import { builtinValueSets } from './builtin-value-sets.ts'
import { contentsOfFiles, jsonOf } from './contents.ts'
import { requireKept } from './kept-contents.ts'
import type { Published } from './published.ts'

/** The folder of drafts that travels from one holder of a key to the next, and the roots that lead to it. */
export interface Stage {
  readonly folder: string
  readonly roots: readonly Uint8Array[]
  /** The one under which the lists will be read. */
  readonly root: Root
}

/**
 * The stage for lists: under a root that is staged already, else under the newest one published.
 * @throws Fault `stage.empty` when there is neither, `stage.other-roots` when the one does not follow on the other
 */
export function openStage(folder: string, published: Published | undefined): Stage {
  const staged = readListFiles(folder).roots
  const before = published?.files.roots ?? []
  const roots = staged.length > 0 ? staged : before
  const newest = roots.at(-1)
  if (newest === undefined) throw new Fault('stage.empty', 'no root')
  const follows = before.every((root, index) => Buffer.compare(root, roots[index] ?? new Uint8Array()) === 0)
  if (!follows) throw new Fault('stage.other-roots', 'roots')
  return { folder, roots, root: plannedRoot(newest) }
}

/** What the lists shall say; where nothing is given, what they say already. */
export type GivenContents = { readonly signers: ListContents['signers'] } & Partial<ListContents>

/** From when to when lists are good, and at which age they are old. */
export type ListTimes = Pick<BuildOptions, 'issuedAt' | 'manifestExpiresAt' | 'listsExpireAt' | 'limits'>

/** What `stageLists` is to stage. */
export interface ListPlan {
  readonly given: GivenContents
  readonly times: ListTimes
  readonly retired: readonly Uint8Array[]
  readonly mayShrink: boolean
  readonly mayLose: readonly string[]
  /** Where the pieces of the revocation list may lie. */
  readonly pieces: readonly FolderChunks[]
}

/**
 * Stages manifest and lists, to be signed.
 * @throws Fault `PublishCode`, `StageCode`, `list.shape`
 */
export async function stageLists(
  stage: Stage,
  previous: Snapshot | undefined,
  plan: ListPlan,
  disk: Disk,
): Promise<{ readonly denied: readonly Denied[] }> {
  const { times, retired, mayShrink, mayLose, given } = plan
  const contents = { ...(previous ? contentsOf(previous) : firstContents(times.issuedAt)), ...given }
  if (previous) requireKept(previous, contents, plan)
  const built = await buildLists(previous, contents, { ...times, root: stage.root, retired, mayShrink, mayLose })
  const lists = { ...previous?.files.lists, ...built.lists }
  const { revocation } = contentsOfFiles({ lists })
  const chunks = revocation ? fetchPieces(pieceNames(revocation), plan.pieces, 'stage.piece-missing') : new Map()
  writePublication(stage.folder, { roots: stage.roots, manifest: built.manifest, lists, chunks }, disk)
  return { denied: built.denied }
}

/** Stages a root, or the next one, and nothing else. */
export function stageRoot(folder: string, roots: readonly Uint8Array[], disk: Disk): void {
  writePublication(folder, { roots, lists: {}, chunks: new Map() }, disk)
}

/** What stage there will be with a next root, and whether lists must be signed anew under it. */
export function nextRootStage(
  folder: string,
  { roots }: ListFiles,
  old: Root,
  plan: NextRootPlan,
): { readonly stage: Stage; readonly needsLists: boolean } {
  const draft = makeNextRoot(old, plan)
  const stage = { folder, roots: [...roots, draft], root: plannedRoot(draft) }
  return { stage, needsLists: plan.newEpoch === true || plan.roles?.lists !== undefined }
}

/** What a snapshot says, to be said again. */
function contentsOf({ trust, files }: Snapshot): ListContents {
  const bodyOf = (kind: keyof typeof files.lists) => readDraft(files.lists[kind]).body
  return {
    signers: trust.signers,
    revocation: bodyOf('revocation'),
    rules: jsonOf(bodyOf('rules')) as ListContents['rules'],
    valueSets: jsonOf(bodyOf('value-sets')) as ListContents['valueSets'],
  }
}

function firstContents(at: Date): Omit<ListContents, 'signers'> {
  return {
    revocation: revocationFiles([], { at }).body,
    rules: { format: 'vaxcert-rules', version: 1, rules: [] },
    valueSets: builtinValueSets(),
  }
}
