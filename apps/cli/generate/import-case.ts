import type { ForeignCode, ForeignFormat } from '@vaxcert/core/trust/import'
import { pem } from './bytes/pem.ts'
import { type ListKeyName, listKeyPair } from './list-keys.ts'
import type { Heading, ImportExpectation, Vector } from './vector.ts'
import { CLOCK } from './verify-case.ts'

/** A foreign list, the key pinned for it, and what comes of it. */
export interface ImportCase extends Heading {
  readonly format: ForeignFormat
  /** Each file as it is fetched. */
  readonly files: () => Promise<readonly (Uint8Array | string)[]>
  /** PEM; absent where none is pinned. */
  readonly key?: string
  /** The moment of the import, UTC. */
  readonly clock?: string
  readonly newerThan?: string
  readonly testParticipants?: true
  readonly unsigned?: true
  readonly expect: ImportExpectation | { readonly kind: 'refused'; readonly code: ForeignCode }
}

/** The vector of a case. */
export async function importVector({ files, ...described }: ImportCase): Promise<Vector> {
  const { format, key, clock = CLOCK, newerThan, testParticipants, unsigned, ...rest } = described
  const base64 = (await files()).map((file) => Buffer.from(file).toString('base64'))
  const options = {
    ...(newerThan && { newerThan }),
    ...(testParticipants && { testParticipants }),
    ...(unsigned && { unsigned }),
  }
  return { ...rest, given: { format, files: base64, ...(key && { key }), clock, ...options } }
}

/** A public key of keys-sample as PEM. */
export function pemOf(name: ListKeyName): string {
  return pem('PUBLIC KEY', listKeyPair(name).spki)
}
