import { type PlainCbor, type PlainCborMap, writeShortest } from '../../cose/cbor-shortest.ts'
import { type ListKind, listKinds } from '../list-kind.ts'
import type { AgeLimits } from '../lists-age.ts'
import type { ListEntry } from '../manifest.ts'
import { prepareList } from './list-draft.ts'
import type { Period } from './root-draft.ts'

/** What a manifest shall say. */
export interface ManifestPlan extends Period {
  readonly epoch: number
  readonly number: number
  /** Statements of the lists, drafts or signed. */
  readonly lists: Readonly<Record<ListKind, ListEntry>>
  readonly limits: AgeLimits
}

/** Makes the draft of a manifest. */
export function makeManifest({ lists, limits, ...stated }: ManifestPlan): Uint8Array {
  const fields: [string, PlainCbor][] = [
    ['format', 'vaxcert-manifest'],
    ['version', 1],
    ['lists', new Map(listKinds.map((kind) => [kind, entryMap(lists[kind])]))],
    [
      'limits',
      mapOf([
        ['staleAfter', limits.staleAfter],
        ['tooOldAfter', limits.tooOldAfter],
      ]),
    ],
  ]
  return prepareList({ kind: 'manifest', body: writeShortest(mapOf(fields)), ...stated })
}

function entryMap({ number, sha256, length }: ListEntry): PlainCborMap {
  return mapOf([
    ['number', number],
    ['sha256', sha256],
    ['length', length],
  ])
}

function mapOf(entries: readonly (readonly [string, PlainCbor])[]): PlainCborMap {
  return new Map(entries)
}
