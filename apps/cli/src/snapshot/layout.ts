import { join } from 'node:path'
import { type ListKind, listKinds } from '@vaxcert/core/trust'
import { namesIn, readFileOf } from './read-file.ts'

/** The roots of a published, held or staged folder: `roots/1.root`, `roots/2.root`, … */
export const ROOTS = 'roots'
/** The pieces of the revocation list, each named by its SHA-256 in lower-case hex. */
export const CHUNKS = 'chunks'
/** The manifest of a published, held or staged folder. */
export const MANIFEST = 'manifest.list'

/** More roots than one a week for twenty years. */
const MAX_ROOTS = 1024
/** Of any root; larger files are not read. */
export const MAX_ROOT_BYTES: number = 64 * 2 ** 10
const MAX_LIST_BYTES = 64 * 2 ** 20

/** Where a list lies in such a folder. */
export function listName(kind: ListKind): string {
  return `${kind}.list`
}

/** Where a root lies in it, with slashes. */
export function rootName(number: number): string {
  return `${ROOTS}/${number}.root`
}

/** Whether a published folder holds a file of this name. */
export function isListFile(name: string): boolean {
  return name === MANIFEST || listKinds.some((kind) => name === listName(kind)) || /^roots\/[1-9]\d*\.root$/.test(name)
}

/** The files of a published or staged folder; some of a staged one are drafts. */
export interface ListFiles {
  /** From the first root on. */
  readonly roots: readonly Uint8Array[]
  /** Absent while there is nothing but roots. */
  readonly manifest?: Uint8Array
  readonly lists: Readonly<Partial<Record<ListKind, Uint8Array>>>
}

/**
 * The files of a folder as they lie there, believed by nobody.
 * @throws Fault `list.too-large`
 * @throws CommanderError with exit code 2 when a file cannot be read
 */
export function readListFiles(folder: string): ListFiles {
  const manifest = readFileOf(folder, MANIFEST, MAX_LIST_BYTES)
  const lists = listKinds.flatMap((kind) => {
    const file = readFileOf(folder, listName(kind), MAX_LIST_BYTES)
    return file === undefined ? [] : [[kind, file] as const]
  })
  return { roots: readRoots(folder), ...(manifest && { manifest }), lists: Object.fromEntries(lists) }
}

/** One list of each kind; undefined when one is missing. */
export function listsOf(lists: ListFiles['lists']): Readonly<Record<ListKind, Uint8Array>> | undefined {
  return listKinds.every((kind) => lists[kind] !== undefined) ? (lists as Record<ListKind, Uint8Array>) : undefined
}

/** The roots in the order of their numbers. */
function readRoots(folder: string): readonly Uint8Array[] {
  const numbers = namesIn(join(folder, ROOTS)).flatMap((name) => {
    const number = /^([1-9]\d{0,5})\.root$/.exec(name)?.[1]
    return number === undefined ? [] : [Number(number)]
  })
  const first = numbers.toSorted((a, b) => a - b).slice(0, MAX_ROOTS)
  return first.flatMap((number) => readFileOf(folder, rootName(number), MAX_ROOT_BYTES) ?? [])
}
