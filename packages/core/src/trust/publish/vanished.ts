import { sha256 } from '#sha256'
import { type Denied, deniedId } from '../deny-list.ts'
import type { DocumentSigner } from '../document-signer.ts'

/** Why a signer that left the trust list is denied, unless somebody has given another reason. */
const REMOVED = 'removed'

/** When the list is made, in seconds since 1970, and the kids of signers with nothing wrong about them. */
export interface Leaving {
  readonly at: number
  readonly retired: readonly Uint8Array[]
}

/**
 * What is to be denied of the signers that leave a trust list before their time: kid and key of each. A kid or a
 * key that another signer goes on using is not denied: a key with a new certificate keeps its good name.
 */
export function vanished(
  before: readonly DocumentSigner[],
  after: readonly DocumentSigner[],
  { at, retired }: Leaving,
): readonly Denied[] {
  const rightly = new Set(retired.map((kid) => deniedId({ kid })))
  const staying = new Set(after.flatMap(entriesOf).map(deniedId))
  return before
    .filter(({ kid, notAfter }) => notAfter >= at && !rightly.has(deniedId({ kid })))
    .flatMap(entriesOf)
    .filter((entry) => !staying.has(deniedId(entry)))
}

function entriesOf({ kid, spki }: DocumentSigner): readonly Denied[] {
  return [
    { kid, reason: REMOVED },
    { key: sha256(spki), reason: REMOVED },
  ]
}
