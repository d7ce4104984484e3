import type { Denied } from '../deny-list.ts'
import type { DocumentSigner } from '../document-signer.ts'
import type { ListKind } from '../list-kind.ts'
import type { AgeLimits } from '../lists-age.ts'
import type { Root } from '../root.ts'
import type { RulesListJson } from '../rules-list.ts'
import type { Snapshot } from '../snapshot.ts'
import type { ValueSetListJson } from '../value-set-list.ts'

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

export interface BuildOptions {
  /** The root under which the lists will be read. */
  readonly root: Root
  readonly issuedAt: Date
  /** The manifest is renewed often, say each day, so that nobody can hold back a new one for longer. */
  readonly manifestExpiresAt: Date
  /** A list is renewed when it would expire before its manifest. */
  readonly listsExpireAt: Date
  readonly limits: AgeLimits
  /** Kids of signers that leave the trust list with nothing wrong about them: they are not denied. */
  readonly retired?: readonly Uint8Array[]
  /** Lets the trust list lose more than a tenth of its signers. */
  readonly mayShrink?: boolean
  /** Countries that the trust list may lose, alpha-2. */
  readonly mayLose?: readonly string[]
}

/** Drafts to be signed by the root's list keys. */
export interface BuiltLists {
  readonly manifest: Uint8Array
  /** Only those that changed; the others go on as they are. */
  readonly lists: Readonly<Partial<Record<ListKind, Uint8Array>>>
  /** What was put on the deny list, by itself or as asked. */
  readonly denied: readonly Denied[]
}

/**
 * Makes the next lists after `previous`, or the first. A number goes up only where a list changed.
 * Signers that left the trust list are denied, unless they have expired or are retired.
 * @throws Fault `publish.shrinks`, `publish.country-lost`, `publish.sample`, `list.shape` for contents that no reader takes
 */
export async function buildLists(
  previous: Snapshot | undefined,
  contents: ListContents,
  options: BuildOptions,
): Promise<BuiltLists> {
  throw new TypeError(`not built yet ${previous?.newest} ${contents.signers.length} ${options.issuedAt.toISOString()}`)
}
