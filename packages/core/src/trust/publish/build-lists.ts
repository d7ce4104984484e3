import { type Denied, deniedId, readDenyList, writeDenyList } from '../deny-list.ts'
import type { DocumentSigner } from '../document-signer.ts'
import { type ListKind, listKinds } from '../list-kind.ts'
import type { AgeLimits } from '../lists-age.ts'
import { eachKind } from '../manifest.ts'
import { readRevocationIndex } from '../revocation/revocation-index.ts'
import type { Root } from '../root.ts'
import { type RulesListJson, readRules } from '../rules-list.ts'
import type { Snapshot } from '../snapshot.ts'
import { readTrustList, writeTrustList } from '../trust-list.ts'
import { readValueSets, type ValueSetListJson } from '../value-set-list.ts'
import { wholeSeconds } from '../whole-seconds.ts'
import { makeManifest } from './manifest-draft.ts'
import { type NextList, nextList } from './next-list.ts'
import { type AllowedLoss, requireNoLoss, requireNoTestKey } from './trust-change.ts'
import { vanished } from './vanished.ts'

/** What the new lists shall say. */
export interface ListContents {
  readonly signers: readonly DocumentSigner[]
  /** Denied beyond what is denied already. */
  readonly denied?: readonly Denied[]
  /** Body of a revocation index, CBOR. */
  readonly revocation: Uint8Array
  readonly rules: RulesListJson
  readonly valueSets: ValueSetListJson
}

/** Under which root, from when to when, and what may go missing. */
export interface BuildOptions extends AllowedLoss {
  /** The root under which the lists will be read. */
  readonly root: Root
  readonly issuedAt: Date
  /** The manifest is renewed often, say each day: for no longer can anybody hold a new one back. */
  readonly manifestExpiresAt: Date
  /** A list that did not change is renewed when it would expire before its manifest. */
  readonly listsExpireAt: Date
  readonly limits: AgeLimits
  /** Kids of signers that leave the trust list with nothing wrong about them: they are not denied. */
  readonly retired?: readonly Uint8Array[]
}

/** Drafts to be signed by the root's list keys. */
export interface BuiltLists {
  readonly manifest: Uint8Array
  /** Only those that changed; the others go on as they are. */
  readonly lists: Readonly<Partial<Record<ListKind, Uint8Array>>>
  /** What is denied from now on and was not before. */
  readonly denied: readonly Denied[]
}

/**
 * Makes the next lists after `previous`, or the first. A number goes up only where a list changed, came near its
 * end, or is signed by a key that the root names no more. Signers that left the trust list are denied, unless they
 * have expired or are retired.
 * @throws Fault `publish.shrinks`, `publish.country-lost`, `publish.sample`; `list.shape` for contents that no reader takes
 */
export async function buildLists(
  previous: Snapshot | undefined,
  contents: ListContents,
  options: BuildOptions,
): Promise<BuiltLists> {
  const { root, issuedAt, manifestExpiresAt: expiresAt, limits } = options
  const { signers } = contents
  requireNoTestKey(
    signers.map(({ spki }) => spki),
    root.environment,
  )
  requireNoLoss(previous?.trust.signers ?? [], signers, options)
  const denied = newlyDenied(previous, contents, options)
  const bodies = bodiesOf(contents, [...(previous?.denied.entries ?? []), ...denied])

  const files = await Promise.all(listKinds.map((kind) => nextList(kind, bodies[kind], previous, options)))
  const next = Object.fromEntries(files.map((file) => [file.statement.kind, file])) as Record<ListKind, NextList>
  const number = previous?.manifest.epoch === root.epoch ? previous.manifest.number + 1 : 1
  const lists = eachKind((kind) => next[kind].statement)
  return {
    manifest: makeManifest({ epoch: root.epoch, number, issuedAt, expiresAt, limits, lists }),
    lists: Object.fromEntries(files.flatMap(({ statement, draft }) => (draft ? [[statement.kind, draft]] : []))),
    denied,
  }
}

function newlyDenied(
  previous: Snapshot | undefined,
  { signers, denied = [] }: ListContents,
  { issuedAt, retired = [] }: BuildOptions,
): readonly Denied[] {
  const gone = vanished(previous?.trust.signers ?? [], signers, { at: wholeSeconds(issuedAt), retired })
  const known = new Set(previous?.denied.entries.map(deniedId))
  const byId = new Map([...gone, ...denied].map((entry) => [deniedId(entry), entry]))
  return Array.from(byId).flatMap(([id, entry]) => (known.has(id) ? [] : [entry]))
}

/** Each body as bytes; our own readers must take it, or nobody will. */
function bodiesOf(contents: ListContents, denied: readonly Denied[]): Readonly<Record<ListKind, Uint8Array>> {
  const { signers, revocation, rules, valueSets } = contents
  const json = { trust: writeTrustList(signers), deny: writeDenyList(denied), rules, 'value-sets': valueSets }
  readTrustList(json.trust)
  readDenyList(json.deny)
  readRevocationIndex(revocation)
  readRules(json.rules)
  readValueSets(json['value-sets'])
  return eachKind((kind) => (kind === 'revocation' ? revocation : new TextEncoder().encode(JSON.stringify(json[kind]))))
}
