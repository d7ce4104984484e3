import type { DocumentSigner } from '@vaxcert/core/trust'
import { signerId } from './entries.ts'

/** One list, and where those that it was made of disagree. */
export interface MergedSigners {
  /** Each certificate once, sorted by country and kid, so that the same lists give the same bytes. */
  readonly signers: readonly DocumentSigner[]
  /** Certificates of which a later list says something else than the first; what the first says counts. */
  readonly contradicted: readonly DocumentSigner[]
}

/** Makes one list of several. */
export function mergeSigners(lists: readonly (readonly DocumentSigner[])[]): MergedSigners {
  const byId = new Map<string, DocumentSigner>()
  const contradicted = new Map<string, DocumentSigner>()
  for (const signer of lists.flat()) {
    const id = signerId(signer)
    const first = byId.get(id)
    if (first === undefined) byId.set(id, signer)
    else if (factsOf(first) !== factsOf(signer)) contradicted.set(id, first)
  }
  return { signers: [...byId.values()].toSorted(byCountryAndId), contradicted: [...contradicted.values()] }
}

/** All that a list says of a certificate, as text. */
function factsOf({ country, algorithm, usages, notBefore, notAfter }: DocumentSigner): string {
  return [country, algorithm, usages.join('+'), notBefore, notAfter].join(' ')
}

function byCountryAndId(a: DocumentSigner, b: DocumentSigner): number {
  const [one, other] = [a, b].map((signer) => `${signer.country} ${signerId(signer)}`)
  return one === other ? 0 : (one ?? '') < (other ?? '') ? -1 : 1
}
