import { p256 } from '@noble/curves/nist.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { writeShortest } from '../../src/cose/cbor-shortest.ts'
import type { Signer } from '../../src/cose/signer.ts'
import { advance } from '../../src/trust/advance.ts'
import type { DocumentSigner } from '../../src/trust/document-signer.ts'
import { type ListKind, listKinds } from '../../src/trust/list-kind.ts'
import { readManifest } from '../../src/trust/manifest.ts'
import { type BuildOptions, buildLists, type ListContents } from '../../src/trust/publish/build-lists.ts'
import { type ListPlan, prepareList, readDraft, signList } from '../../src/trust/publish/list-draft.ts'
import { makeManifest } from '../../src/trust/publish/manifest-draft.ts'
import { makeNextRoot, makeRoot, type NextRootPlan } from '../../src/trust/publish/root-draft.ts'
import type { Environment, Root } from '../../src/trust/root.ts'
import { pinRoot } from '../../src/trust/root-chain.ts'
import type { Offer, Snapshot, SnapshotFiles } from '../../src/trust/snapshot.ts'
import { authority } from '../verify/world.ts'

/** One who holds a list key; the key is made from a name, protects nothing and signs the same way each time. */
export interface Holder {
  readonly spki: Uint8Array
  readonly signer: Signer
}

const spkiHead = Uint8Array.from(atob('MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE'), (character) => character.charCodeAt(0))

export function holder(name: string): Holder {
  const secret = sha256(new TextEncoder().encode(name))
  const spki = Uint8Array.of(...spkiHead, ...p256.getPublicKey(secret, false).subarray(1))
  const sign = (bytes: Uint8Array): Uint8Array =>
    p256.sign(bytes, secret, { lowS: false, prehash: true, format: 'compact' })
  return { spki, signer: { kid: sha256(spki).slice(0, 8), algorithm: 'ES256', lanes: 1, sign } }
}

export function holders(...names: readonly string[]): readonly Holder[] {
  return names.map(holder)
}

export const rootHolders: readonly Holder[] = holders('root 1', 'root 2', 'root 3')
export const listHolders: readonly Holder[] = holders('list 1', 'list 2', 'list 3')

/** Everybody's key among `some` signs. */
export function signBy(file: Uint8Array, some: readonly Holder[]): Promise<Uint8Array> {
  return signList(
    file,
    some.map(({ signer }) => signer),
  )
}

/** The same statement and body, its signatures in another order: anybody who carries a file can do that. */
export function reordered(file: Uint8Array): Uint8Array {
  const { signatures, body } = readDraft(file)
  return writeShortest([signatures.toReversed(), body])
}

/** Two of three. */
export function two(all: readonly Holder[]): { readonly threshold: number; readonly keys: readonly Uint8Array[] } {
  return { threshold: 2, keys: all.map(({ spki }) => spki) }
}

export function day(number: number): Date {
  return new Date(Date.UTC(2022, 0) + number * 86_400_000)
}

export async function firstRoot(environment: Environment = 'test', years = 1): Promise<Root> {
  const roles = { root: two(rootHolders), lists: two(listHolders) }
  const draft = makeRoot({ environment, roles, issuedAt: day(0), expiresAt: day(365 * years) })
  return pinRoot(await signBy(draft, rootHolders.slice(0, 2)))
}

/** The file of the root after `old`; by default the first two root keys sign. */
export function nextRootFile(
  old: Root,
  plan: Partial<NextRootPlan> = {},
  by: readonly Holder[] = rootHolders.slice(0, 2),
): Promise<Uint8Array> {
  const period = { issuedAt: day(1), expiresAt: day(730) }
  return signBy(makeNextRoot(old, { ...period, ...plan }), by)
}

/** CBOR of a revocation index that revokes nothing. */
export const nothingRevoked: Uint8Array = writeShortest(
  new Map<string, string | number | Uint8Array | readonly number[]>([
    ['format', 'vaxcert-revocation'],
    ['version', 1],
    ['edition', 1],
    ['lists', new Uint8Array()],
    ['deltas', []],
  ]),
)

export const contents: ListContents = {
  signers: [authority().documentSigner],
  revocation: nothingRevoked,
  rules: { format: 'vaxcert-rules', version: 1, rules: [] },
  valueSets: { format: 'vaxcert-value-sets', version: 1, valueSets: [] },
}

/** A document signer with a kid of its own. */
export function signerNamed(name: string, changes: Partial<DocumentSigner> = {}): DocumentSigner {
  const { spki, signer } = holder(name)
  return authority({ kid: signer.kid, spki, ...changes }).documentSigner
}

export interface OfferPlan {
  readonly root: Root
  readonly roots?: readonly Uint8Array[]
  readonly previous?: Snapshot
  readonly contents?: Partial<ListContents>
  readonly options?: Partial<BuildOptions>
  /** When it is issued, in days. */
  readonly on?: number
  readonly by?: readonly Holder[]
}

/** What an honest publisher offers. A manifest is good for 7 days, a list for 60. */
export async function offerOf(plan: OfferPlan): Promise<Offer> {
  const { root, roots = [], previous, on = 1, by = listHolders.slice(0, 2) } = plan
  const built = await buildLists(
    previous,
    { ...contents, ...plan.contents },
    {
      root,
      issuedAt: day(on),
      manifestExpiresAt: day(on + 7),
      listsExpireAt: day(on + 60),
      limits: { staleAfter: 2 * 86_400, tooOldAfter: 14 * 86_400 },
      ...plan.options,
    },
  )
  const lists: Partial<Record<ListKind, Uint8Array>> = {}
  for (const [kind, draft] of Object.entries(built.lists)) lists[kind as ListKind] = await signBy(draft, by)
  return { roots, manifest: await signBy(built.manifest, by), lists }
}

/** A snapshot that was got on day 1, under the root. */
export async function heldUnder(root: Root, plan: Partial<OfferPlan> = {}): Promise<Snapshot> {
  const offer = await offerOf({ root, ...plan })
  return advance(root, offer, day(plan.on ?? 1))
}

/** The same files in other words of those who hold the list keys: what a thief of them could offer. */
export async function forged(
  files: SnapshotFiles,
  changes: Partial<Record<ListKind | 'manifest', Partial<ListPlan>>>,
  by: readonly Holder[] = listHolders.slice(0, 2),
): Promise<Offer> {
  const lists: Partial<Record<ListKind, Uint8Array>> = {}
  for (const kind of listKinds) lists[kind] = await restated(files.lists[kind], changes[kind], by)
  const { statement, body } = readDraft(files.manifest)
  const named = Object.fromEntries(listKinds.map((kind) => [kind, readDraft(lists[kind] as Uint8Array).statement]))
  const { limits } = readManifest({ statement, body })
  const manifest = makeManifest({
    ...statement,
    limits,
    lists: named as Snapshot['statements'],
    ...timesOf(statement),
    ...changes.manifest,
  })
  return { roots: [], manifest: await signBy(manifest, by), lists }
}

/** The file itself where nothing is to be changed. */
export async function restated(
  file: Uint8Array,
  change: Partial<ListPlan> | undefined,
  by: readonly Holder[],
): Promise<Uint8Array> {
  if (change === undefined) return file
  const { statement, body } = readDraft(file)
  return signBy(prepareList({ ...statement, body, ...timesOf(statement), ...change }), by)
}

function timesOf(times: {
  readonly issuedAt: number
  readonly expiresAt: number
}): Pick<ListPlan, 'issuedAt' | 'expiresAt'> {
  return { issuedAt: new Date(times.issuedAt * 1000), expiresAt: new Date(times.expiresAt * 1000) }
}
