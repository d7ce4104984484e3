import {
  type ListKind,
  readDenyList,
  readRevocationIndex,
  readRules,
  readTrustList,
  readValueSets,
} from '@vaxcert/core/trust'
import { readDraft } from '@vaxcert/core/trust/publish'
import type { ListFiles } from '../snapshot/layout.ts'
import type { ListContents } from './entries.ts'

/** How the body of each kind of list is read. */
const readers: Readonly<Record<ListKind, (body: Uint8Array) => ListContents>> = {
  trust: (body) => ({ trust: readTrustList(jsonOf(body)) }),
  deny: (body) => ({ denied: readDenyList(jsonOf(body)) }),
  revocation: (body) => ({ revocation: readRevocationIndex(body) }),
  rules: (body) => ({ rules: readRules(jsonOf(body)) }),
  'value-sets': (body) => ({ valueSets: readValueSets(jsonOf(body)) }),
}

/**
 * What a list says, believed by nobody.
 * @throws Fault `list.shape`
 */
export function contentsOfBody(kind: ListKind, body: Uint8Array): ListContents {
  return readers[kind](body)
}

/**
 * What the lists of a folder say, drafts too, believed by nobody.
 * @throws Fault `list.shape`, `list.too-large`, `list.signature`
 */
export function contentsOfFiles({ lists }: Pick<ListFiles, 'lists'>): ListContents {
  const read = Object.entries(lists).map(([kind, file]) => contentsOfBody(kind as ListKind, readDraft(file).body))
  return Object.assign({}, ...read) as ListContents
}

/** What JSON.parse makes of a body; nothing that any reader takes where it is no JSON in UTF-8. */
export function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body))
  } catch {
    return undefined
  }
}
