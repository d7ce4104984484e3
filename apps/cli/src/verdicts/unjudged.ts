import type { Verdict } from '@vaxcert/core'
import type { DocumentClaims } from '@vaxcert/core/dcc'
import type { DocumentSigner } from '@vaxcert/core/trust'
import { documentLayer } from '../layers/document-layer.ts'
import { documentText } from '../layers/document-text.ts'
import { printable } from '../terminal.ts'
import { writeTime } from '../times.ts'
import { type Fact, signerFacts } from './facts.ts'
import type { Unread } from './verdict-json.ts'

/** Documents of a kind that we hold no rules for; signature, signer and times were checked, and are right. */
export interface Unjudged {
  readonly signer: DocumentSigner
  readonly claims: DocumentClaims
}

/** Undefined for every other verdict: what a certificate says that is refused is not believed. */
export function unjudgedOf(verdict: Verdict | Unread): Unjudged | undefined {
  if (verdict.kind !== 'undecided' || verdict.code !== 'content.no-rules') return undefined
  const { signer, documents: claims } = verdict
  return signer && claims && { signer, claims }
}

/** Who issued the documents and signed them, and when. */
export function unjudgedFacts({ signer, claims }: Unjudged): readonly Fact[] {
  const { iss, iat } = claims
  return [
    ...(iss === undefined ? [] : [['Issuer', printable(iss)] as const]),
    ...(iat === undefined ? [] : [['Issued', writeTime(iat)] as const]),
    ...signerFacts(signer, claims),
  ]
}

/** Every document field by field, as lines. */
export function unjudgedText({ claims }: Unjudged): string {
  return claims.documents
    .map((document) => `${documentText(documentLayer(document))}\n`.replace(/^(?=.)/gm, '  '))
    .join('')
}
