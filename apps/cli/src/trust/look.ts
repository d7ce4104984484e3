import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { Fault } from '@vaxcert/core'
import { pinRoot, type Root, restore, type Snapshot } from '@vaxcert/core/trust'
import { plannedRoot, readDraft } from '@vaxcert/core/trust/publish'
import { usageError } from '../exit.ts'
import { readWhole } from '../inputs/files.ts'
import type { Io } from '../io.ts'
import { isHeldFolder, readHeld } from '../snapshot/held-folder.ts'
import { listsOf, readListFiles } from '../snapshot/layout.ts'
import { printable } from '../terminal.ts'
import { contentsOfBody, contentsOfFiles, jsonOf } from './contents.ts'
import type { ListContents } from './entries.ts'
import { missingSignatures, type StagedFile, stagedFiles } from './staged-files.ts'

/** What somebody points at: a folder, a signed list or draft, or a plain list. */
export type Look =
  /** Held, or published; every signature is right. `pinned` is false where nobody vouched for the first root. */
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot; readonly pinned: boolean }
  /** A first root without lists. */
  | { readonly kind: 'root'; readonly root: Root }
  /** Drafts that still lack signatures. */
  | { readonly kind: 'staged'; readonly files: readonly StagedFile[]; readonly contents: ListContents }
  /** One list, believed by nobody. */
  | { readonly kind: 'list'; readonly contents: ListContents }

const MAX_BYTES = 64 * 2 ** 20

/**
 * Reads what lies at a path. `root` is the one to check a published folder against, instead of its own first, and the
 * one that must be pinned in a held folder.
 * @throws Fault `ListCode`, `HeldCode`
 * @throws CommanderError with exit code 2 for a file that is no list
 */
export async function lookAt(path: string, root: string | undefined, io: Io): Promise<Look> {
  const from = resolve(io.cwd, path)
  if (!(statSync(from, { throwIfNoEntry: false })?.isDirectory() ?? false)) return lookAtFile(path, io)
  const given = root === undefined ? undefined : await readWhole(root, io, MAX_BYTES)
  if (isHeldFolder(from)) {
    const { pinned, accepted } = await readHeld(from, given)
    return accepted === undefined
      ? { kind: 'root', root: pinned }
      : { kind: 'snapshot', snapshot: accepted.snapshot, pinned: true }
  }
  return lookAtFolder(from, given)
}

/** What the lists say that somebody points at. */
export function contentsOfLook(look: Look): ListContents {
  if (look.kind === 'snapshot') return look.snapshot
  return look.kind === 'root' ? {} : look.contents
}

async function lookAtFolder(folder: string, given: Uint8Array | undefined): Promise<Look> {
  const files = readListFiles(folder)
  const staged = stagedFiles(files)
  const [first] = files.roots
  if (first === undefined) throw new Fault('stage.empty', 'no root')
  if (staged.some((file) => missingSignatures(file).length > 0)) {
    return { kind: 'staged', files: staged, contents: contentsOfFiles(files) }
  }
  const pinned = await pinRoot(given ?? first)
  if (files.manifest === undefined) return { kind: 'root', root: pinned }
  const lists = listsOf(files.lists)
  if (lists === undefined) throw new Fault('list.mixed', 'a list is missing')
  const snapshot = await restore(pinned, { roots: files.roots, manifest: files.manifest, lists }, 0)
  return { kind: 'snapshot', snapshot, pinned: given !== undefined }
}

async function lookAtFile(path: string, io: Io): Promise<Look> {
  const bytes = await readWhole(path, io, MAX_BYTES)
  try {
    const json = jsonOf(bytes)
    if (json !== undefined) return { kind: 'list', contents: contentsOfJson(json, bytes) }
    const { statement, body } = readDraft(bytes)
    if (statement.kind === 'root') return { kind: 'root', root: plannedRoot(bytes) }
    if (statement.kind !== 'manifest') return { kind: 'list', contents: contentsOfBody(statement.kind, body) }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    throw usageError(`${printable(path)} is no list of ours (${error.message}).`)
  }
  throw usageError(`${printable(path)} is a manifest: look at the folder that it lies in.`)
}

/** By what plain lists say of themselves. */
const kinds = {
  'vaxcert-trust-list': 'trust',
  'vaxcert-deny-list': 'deny',
  'vaxcert-rules': 'rules',
  'vaxcert-value-sets': 'value-sets',
} as const

function contentsOfJson(json: unknown, bytes: Uint8Array): ListContents {
  const format = typeof json === 'object' && json !== null && 'format' in json ? json.format : undefined
  const kind = Object.entries(kinds).find(([name]) => name === format)?.[1]
  if (kind === undefined) throw new Fault('list.shape', 'format')
  return contentsOfBody(kind, bytes)
}
