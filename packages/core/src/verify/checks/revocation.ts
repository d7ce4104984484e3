import type { VerifiableSign1 } from '../../cose/sign1.ts'
import type { Claims, Dcc, DocumentClaims } from '../../dcc/types.ts'
import { Fault } from '../../fault.ts'
import type { DocumentSigner } from '../../trust/document-signer.ts'
import type { Revocation, RevocationSubject } from '../../trust/revocation/revocation.ts'
import type { TrustList } from '../../trust/trust-list.ts'

/**
 * The certificate, or another health document, must not have been taken back under any kid of the key that signed it:
 * where the kid stands in the unprotected header, anybody can put another in its place. Answers at once where the list
 * does.
 * @throws Fault `dcc.revoked`, `revocation.unavailable`; a promise of one where a piece of the list is fetched
 */
export function checkRevocation(
  revocation: Revocation | undefined,
  message: VerifiableSign1,
  signer: DocumentSigner,
  claims: Claims | DocumentClaims,
  trust: TrustList,
): undefined | Promise<void> {
  if (revocation === undefined) return undefined
  const subject = {
    kid: signer.kid,
    signature: message.signature,
    algorithm: message.algorithm.name,
    ...('dcc' in claims && identifierOf(claims.dcc)),
    ...(claims.iss !== undefined && { issuer: claims.iss }),
  }
  const others = trust.otherKids(signer)
  if (others.length > 0) return askEach(revocation, [subject, ...others.map((kid) => ({ ...subject, kid }))])
  const answer = revocation.isRevoked(subject)
  if (answer instanceof Promise) return answer.then(demandGood)
  demandGood(answer)
  return undefined
}

/** One after the other: an answer that nobody waits for could fail unheard. */
async function askEach(revocation: Revocation, subjects: readonly RevocationSubject[]): Promise<void> {
  for (const subject of subjects) demandGood(await revocation.isRevoked(subject))
}

function demandGood(revoked: boolean): void {
  if (revoked) throw new Fault('dcc.revoked', 'taken back')
}

/** The schema allows exactly one event. */
function identifierOf({ v, t, r }: Dcc): { readonly ci: string; readonly country: string } {
  const event = v?.[0] ?? t?.[0] ?? r?.[0]
  if (event === undefined) throw new TypeError('a certificate without event')
  return { ci: event.ci, country: event.co }
}
