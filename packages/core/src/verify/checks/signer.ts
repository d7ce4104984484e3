import type { CommonClaims, Usage } from '../../dcc/types.ts'
import { Fault } from '../../fault.ts'
import type { DocumentSigner } from '../../trust/document-signer.ts'
import { sameCountry, UNKNOWN_COUNTRY } from '../../trust/signer-country.ts'
import type { TrustList } from '../../trust/trust-list.ts'

/**
 * The issuer named in the payload must be the country whose key signed. Issuers that are not a
 * two-letter code ("CNAM") name no country, and then the document signer's country is the answer;
 * a document signer whose certificate names no country binds none.
 * @throws Fault `signer.country`
 */
export function checkCountry(signer: DocumentSigner, { iss }: CommonClaims): void {
  const country = iss?.toUpperCase() ?? ''
  if (!/^[A-Z]{2}$/.test(country) || signer.country === UNKNOWN_COUNTRY) return
  if (sameCountry(country, signer.country)) return
  throw new Fault('signer.country', 'issuer is not the country of the key')
}

/**
 * The key must not stand on the deny list, whatever list it stands on besides.
 * @throws Fault `signer.denied`
 */
export function checkDenial(signer: DocumentSigner, trust: TrustList): void {
  if (trust.isDenied(signer)) throw new Fault('signer.denied', 'the key is on the deny list')
}

/**
 * The key must be allowed to sign this kind of event (hcert §A.4).
 * @throws Fault `signer.usage`
 */
export function checkUsage(signer: DocumentSigner, usage: Usage): void {
  if (!signer.usages.includes(usage)) throw new Fault('signer.usage', 'key may not sign this kind of event')
}
