import type { CheckName } from '@vaxcert/core'
import type { Algorithm } from '@vaxcert/core/cose'
import type { ListCode } from '@vaxcert/core/trust'
import type { ChainCheckName, ChainCode } from '@vaxcert/core/trust/chain'
import type { DropReason, ForeignNote } from '@vaxcert/core/trust/import'

/** How much it matters that an implementation passes: `low` is where honest ones may differ. */
export type Importance = 'high' | 'medium' | 'low'

/** What every vector says about itself. */
export interface Heading {
  /** Path of the file without `.json`, "text/zlib-gzip". */
  readonly id: string
  /** One sentence. */
  readonly about: string
  /** Section that decides it. */
  readonly spec: string
  readonly importance: Importance
  /** Row of the EU's list of basic tests, "CO24". */
  readonly officialId?: string
}

/** One file of test-vectors; `vector.schema.json` says the same. */
export interface Vector extends Heading {
  readonly given: Readonly<Record<string, unknown>>
  readonly stages?: Stages
  readonly expect: Expectation
}

/** What was made on the way to the text, bytes as lower-case hex. A stage that JSON or the fault leaves no room for is absent. */
export interface Stages {
  readonly dcc?: unknown
  readonly documents?: readonly unknown[]
  readonly payload?: string
  readonly protected?: string
  readonly toBeSigned?: string
  readonly cose?: string
  readonly zlib?: string
  readonly base45?: string
}

export type Expectation =
  | VerifyExpectation
  | ChainExpectation
  | ListsExpectation
  | ImportExpectation
  | { readonly kind: 'issued'; readonly text: string; readonly dcc: unknown }
  | { readonly kind: 'named'; readonly nam: unknown }
  | {
      readonly kind: 'counted'
      readonly series: Readonly<Record<string, { readonly dn: number; readonly sd: number }>>
    }
  | { readonly kind: 'checked'; readonly checkCharacter: 'right' | 'wrong' | 'absent' }
  | { readonly kind: 'hashed'; readonly hashes: Readonly<Record<string, readonly string[]>> }
  | { readonly kind: 'contains' | 'absent' }
  | { readonly kind: 'refused'; readonly code: string }

/** What a check of DSC and CSCA must answer. Checks that pass, or do not apply, are left out. */
export interface ChainExpectation {
  readonly kind: 'trusted' | 'refused'
  readonly code?: ChainCode
  readonly checks: Readonly<Partial<Record<ChainCheckName, 'failed' | 'tolerated'>>>
}

/** What a foreign list gives. A list that is refused as a whole has a code instead. */
export interface ImportExpectation {
  readonly kind: 'imported'
  /** Key identifiers in base64, in the list's order. */
  readonly signers: readonly string[]
  readonly dropped: readonly { readonly kid?: string; readonly reason: DropReason }[]
  readonly notes: readonly ForeignNote[]
}

/** What comes of lists that are offered: the numbers of a new snapshot, or a refusal. */
export type ListsExpectation =
  | {
      readonly kind: 'advanced'
      /** Number of the newest root. */
      readonly root: number
      readonly epoch: number
      /** Number of the manifest. */
      readonly manifest: number
      /** Number of each list. */
      readonly lists: Readonly<Record<string, number>>
      /** Whether the device's clock shows a time before the manifest was issued. */
      readonly clock: 'right' | 'behind'
    }
  | { readonly kind: 'refused'; readonly code: ListCode }

/** What `verify` must answer: every check before the failing one passed, every one after it skipped. */
export interface VerifyExpectation {
  readonly kind: 'accepted' | 'refused' | 'undecided'
  readonly code?: string
  readonly checks: Readonly<Record<CheckName, 'passed' | 'failed' | 'skipped'>>
}

/** Algorithms that a device may be unable to check. */
export type Missing = readonly Algorithm[]
