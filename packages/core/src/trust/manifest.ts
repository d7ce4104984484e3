import { readShortest } from '../cose/cbor-shortest.ts'
import { sameBytes } from '../cose/same-bytes.ts'
import { Fault } from '../fault.ts'
import { type ListKind, listKinds } from './list-kind.ts'
import { demand, demandBytes, demandMap, demandWhole } from './list-shape.ts'
import type { AgeLimits } from './lists-age.ts'
import type { SignedList } from './signed-list.ts'
import type { Statement } from './statement.ts'

/** Binds the lists to each other: which number of each, with which body. */
export interface Manifest extends Statement {
  readonly lists: Readonly<Record<ListKind, ListEntry>>
  readonly limits: AgeLimits
}

/** The one file of a kind that goes with a manifest; hash and length are those of its body. */
export type ListEntry = Pick<Statement, 'number' | 'sha256' | 'length'>

/**
 * Reads a manifest that is signed: CBOR in shortest form, {format, version, lists, limits}.
 * @throws Fault `list.shape`
 */
export function readManifest({ statement, body }: SignedList): Manifest {
  const value = readShortest(body, { code: 'list.shape', maxBytes: body.length })
  const fields = demandMap(value, ['format', 'version', 'lists', 'limits'])
  demand(fields.format === 'vaxcert-manifest' && fields.version === 1, 'format or version')
  const lists = demandMap(fields.lists, listKinds)
  return { ...statement, lists: eachKind((kind) => readEntry(lists[kind])), limits: readLimits(fields.limits) }
}

/**
 * Demands that a list is the one that the manifest names.
 * @throws Fault `list.mixed`
 */
export function requireNamed({ lists }: Manifest, kind: ListKind, { number, sha256, length }: Statement): void {
  const entry = lists[kind]
  if (number === entry.number && length === entry.length && sameBytes(sha256, entry.sha256)) return
  throw new Fault('list.mixed', 'not the list that the manifest names')
}

/** One value for each kind of list. */
export function eachKind<T>(give: (kind: ListKind) => T): Readonly<Record<ListKind, T>> {
  return Object.fromEntries(listKinds.map((kind) => [kind, give(kind)])) as Record<ListKind, T>
}

function readEntry(value: unknown): ListEntry {
  const { number, sha256, length } = demandMap(value, ['number', 'sha256', 'length'])
  return { number: demandWhole(number), sha256: demandBytes(sha256, 32), length: demandWhole(length) }
}

function readLimits(value: unknown): AgeLimits {
  const fields = demandMap(value, ['staleAfter', 'tooOldAfter'])
  const [staleAfter, tooOldAfter] = [demandWhole(fields.staleAfter), demandWhole(fields.tooOldAfter)]
  demand(staleAfter <= tooOldAfter, 'too old before it is stale')
  return { staleAfter, tooOldAfter }
}
