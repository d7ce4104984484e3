import { writeBase64 } from './base64.ts'
import type { DocumentSigner } from './document-signer.ts'
import { kidKey } from './kid-key.ts'
import { groupBy } from './revocation/group-by.ts'

/** The other kids under which a signer's key stands; signers whose key stands under one kid only are not in it. */
export type SharedKeys = ReadonlyMap<DocumentSigner, readonly Uint8Array[]>

/** Finds keys that stand under several kids: WHO's list has such, as a key may get a second certificate. */
export function sharedKeys(signers: readonly DocumentSigner[]): SharedKeys {
  const shared = new Map<DocumentSigner, readonly Uint8Array[]>()
  for (const group of groupBy(signers, ({ spki }) => writeBase64(spki)).values()) {
    const kids = new Map(group.map(({ kid }) => [kidKey(kid), kid]))
    if (kids.size < 2) continue
    for (const signer of group) shared.set(signer, othersIn(kids, signer))
  }
  return shared
}

function othersIn(kids: ReadonlyMap<string, Uint8Array>, { kid }: DocumentSigner): readonly Uint8Array[] {
  const own = kidKey(kid)
  return [...kids].flatMap(([key, other]) => (key === own ? [] : [other]))
}
