import type { CommonClaims, Profile } from '../../dcc/types.ts'
import { Fault } from '../../fault.ts'
import type { DocumentSigner } from '../../trust/document-signer.ts'

/** The moment of verification and how far a clock may be behind, both in seconds. */
export interface Clock {
  readonly now: number
  readonly skew: number
}

/**
 * The certificate's own times (hcert §3.3.5–6): refused before `iat` or `nbf`, and after `exp`.
 * The skew is granted to the start only.
 * @throws Fault `dcc.not-yet`, `dcc.expired`
 */
export function checkTime(claims: CommonClaims, { now, skew }: Clock): void {
  const start = Math.max(claims.iat ?? 0, claims.nbf ?? 0)
  if (start > now + skew) throw new Fault('dcc.not-yet', 'issued in the future')
  if (claims.exp !== undefined && claims.exp < now) throw new Fault('dcc.expired', 'exp has passed')
}

/**
 * The document signer's validity: it must hold now, and the certificate must not be issued after it.
 * `strict` also asks that the certificate's times lie within it (hcert §3.3.5: exp within the DSC, iat not before it).
 * @throws Fault `signer.expired`
 */
export function checkValidity(
  signer: DocumentSigner,
  claims: CommonClaims,
  { now, skew }: Clock,
  profile: Profile,
): void {
  if (now > signer.notAfter || now + skew < signer.notBefore) throw new Fault('signer.expired', 'not valid now')
  if (claims.iat !== undefined && claims.iat > signer.notAfter) throw new Fault('signer.expired', 'issued after it')
  if (profile === 'eu') return
  const early = claims.iat !== undefined && claims.iat < signer.notBefore
  const late = claims.exp !== undefined && claims.exp > signer.notAfter
  if (early || late) throw new Fault('signer.expired', 'times outside the document signer')
}
