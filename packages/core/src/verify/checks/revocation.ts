import type { VerifiableSign1 } from '../../cose/sign1.ts'
import type { Claims, Dcc } from '../../dcc/types.ts'
import { Fault } from '../../fault.ts'
import type { DocumentSigner } from '../../trust/document-signer.ts'
import type { Revocation } from '../../trust/revocation/revocation.ts'

/**
 * The certificate must not have been taken back. Answers at once where the list does.
 * @throws Fault `dcc.revoked`, `revocation.unavailable`; a promise of one where a piece of the list is fetched
 */
export function checkRevocation(
  revocation: Revocation | undefined,
  message: VerifiableSign1,
  signer: DocumentSigner,
  claims: Claims,
): undefined | Promise<void> {
  if (revocation === undefined) return undefined
  const { ci, co } = eventOf(claims.dcc)
  const answer = revocation.isRevoked({
    kid: signer.kid,
    signature: message.signature,
    algorithm: message.algorithm.name,
    ci,
    country: co,
    ...(claims.iss !== undefined && { issuer: claims.iss }),
  })
  if (answer instanceof Promise) return answer.then(demandGood)
  demandGood(answer)
  return undefined
}

function demandGood(revoked: boolean): void {
  if (revoked) throw new Fault('dcc.revoked', 'taken back')
}

/** The schema allows exactly one event. */
function eventOf({ v, t, r }: Dcc): { readonly ci: string; readonly co: string } {
  const event = v?.[0] ?? t?.[0] ?? r?.[0]
  if (event === undefined) throw new TypeError('a certificate without event')
  return event
}
