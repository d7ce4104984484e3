import {
  type Denied,
  type ListKind,
  listKinds,
  type Offer,
  pinRoot,
  type Root,
  type SnapshotFiles,
  type Statement,
  writeDenyList,
  writeTrustList,
} from '@vaxcert/core/trust'
import {
  type ListPlan,
  makeManifest,
  makeNextRoot,
  makeRoot,
  type NextRootPlan,
  plannedRoot,
  prepareList,
  readDraft,
  revocationFiles,
  signList,
} from '@vaxcert/core/trust/publish'
import { type ListKeyName, signersOf, twoOf } from './list-keys.ts'
import { type KeyName, sampleKey } from './sample-keys.ts'

/** One of keys-sample who publishes lists, honestly or not: nothing here asks whether a reader would take them. */

export const rootKeys: readonly ListKeyName[] = ['root-1', 'root-2', 'root-3']
export const listKeys: readonly ListKeyName[] = ['list-1', 'list-2', 'list-3']

/** Keys that sign where nothing else is said. */
const rootPair = rootKeys.slice(0, 2)
const listPair = listKeys.slice(0, 2)

export const limits = { staleAfter: 2 * 86_400, tooOldAfter: 14 * 86_400 } as const

/** A day of the story, which begins on 1 June 2022. */
export function day(number: number): Date {
  return new Date(Date.UTC(2022, 5, 1) + number * 86_400_000)
}

/** Root 1, good for a year. */
export async function firstRoot(): Promise<Root> {
  const roles = { root: twoOf(rootKeys), lists: twoOf(listKeys) }
  const period = { issuedAt: day(0), expiresAt: day(365) }
  return pinRoot(await signList(makeRoot({ environment: 'test', roles, ...period }), signersOf(rootPair)))
}

/** The root after another, good for a year from its day on. */
export async function rootAfter(
  old: Root,
  on: number,
  plan: Partial<NextRootPlan> = {},
  by: readonly ListKeyName[] = rootPair,
): Promise<Root> {
  const period = { issuedAt: day(on), expiresAt: day(on + 365) }
  return plannedRoot(await signList(makeNextRoot(old, { ...period, ...plan }), signersOf(by)))
}

/** The same root for production, which no honest tool makes of sample keys. */
export async function forProduction({ file, epoch, number }: Root): Promise<Uint8Array> {
  const body = Buffer.from(readDraft(file).body).toString('latin1').replace('\x64test', '\x6aproduction')
  const plan = { kind: 'root', epoch, number, issuedAt: day(2), expiresAt: day(367) } as const
  return signList(prepareList({ ...plan, body: new Uint8Array(Buffer.from(body, 'latin1')) }), signersOf(rootPair))
}

/** What is stated of a file, where it is not as always. */
export type Stated = Partial<Omit<ListPlan, 'kind'>>

/** A list of the first epoch: number 1, of day 1, good for 60 days, with the least of content. */
export async function listFile(
  kind: ListKind,
  stated: Stated = {},
  by: readonly ListKeyName[] = listPair,
): Promise<Uint8Array> {
  const plan = { epoch: 1, number: 1, issuedAt: day(1), expiresAt: day(61), body: bodies[kind](), ...stated }
  return signList(prepareList({ kind, ...plan }), signersOf(by))
}

/** A manifest of these lists: number 1, of day 1, good for 7 days. */
export async function manifestFile(
  lists: Readonly<Record<ListKind, Uint8Array>>,
  stated: Omit<Stated, 'body'> = {},
  by: readonly ListKeyName[] = listPair,
): Promise<Uint8Array> {
  const named = Object.fromEntries(listKinds.map((kind) => [kind, readDraft(lists[kind]).statement]))
  const plan = { epoch: 1, number: 1, issuedAt: day(1), expiresAt: day(8), ...stated }
  const draft = makeManifest({ ...plan, limits, lists: named as Readonly<Record<ListKind, Statement>> })
  return signList(draft, signersOf(by))
}

/** What is published when these lists take the place of those before. */
export interface Edition {
  readonly lists?: Partial<Record<ListKind, Uint8Array>>
  readonly manifest?: Omit<Stated, 'body'>
  readonly roots?: readonly Uint8Array[]
  readonly by?: readonly ListKeyName[]
}

/** The first snapshot of all: manifest 1 and five lists of number 1. */
export async function firstEdition({ file }: Root): Promise<SnapshotFiles> {
  const files = await Promise.all(listKinds.map(async (kind) => [kind, await listFile(kind)] as const))
  const lists = Object.fromEntries(files) as Record<ListKind, Uint8Array>
  return { roots: [file], manifest: await manifestFile(lists), lists }
}

/** The next one: manifest 2, of day 2, and what changed. */
export async function nextEdition(before: SnapshotFiles, edition: Edition): Promise<SnapshotFiles> {
  const lists = { ...before.lists, ...edition.lists }
  const stated = { number: 2, issuedAt: day(2), expiresAt: day(9), ...edition.manifest }
  return { roots: edition.roots ?? before.roots, lists, manifest: await manifestFile(lists, stated, edition.by) }
}

/** An offer of what changed alone. */
export function changes({ roots, manifest, lists }: SnapshotFiles, before: SnapshotFiles): Offer {
  const changed = listKinds.filter((kind) => lists[kind] !== before.lists[kind])
  const newRoots = roots.filter((root) => !before.roots.includes(root))
  return { roots: newRoots, manifest, lists: Object.fromEntries(changed.map((kind) => [kind, lists[kind]])) }
}

export function jsonBody(json: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(json))
}

export function denyBody(denied: readonly Denied[]): Uint8Array {
  return jsonBody(writeDenyList(denied))
}

export function trustBody(names: readonly KeyName[]): Uint8Array {
  return jsonBody(writeTrustList(names.map((name) => sampleKey(name).documentSigner)))
}

const bodies: Readonly<Record<ListKind, () => Uint8Array>> = {
  trust: () => trustBody(['dsc-vaccination']),
  deny: () => denyBody([]),
  revocation: () => revocationFiles([], { at: day(1) }).body,
  rules: () => jsonBody({ format: 'vaxcert-rules', version: 1, rules: [] }),
  'value-sets': () => jsonBody({ format: 'vaxcert-value-sets', version: 1, valueSets: [] }),
}
