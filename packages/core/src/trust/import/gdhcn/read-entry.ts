import { writeBase64 } from '../../base64.ts'
import { dropped, fromCertificate, isDropped, type Outcome } from '../entries.ts'
import { bytesOf } from '../source.ts'
import { isSameKey } from './jwk.ts'
import { bareCode, isTestParticipant, participantCountry } from './participant.ts'
import type { VerificationMethod } from './verification-method.ts'

/** WHO's codes for the domain of the EU's certificates; its ids and its code system do not agree on one. */
const dccDomains: readonly string[] = ['DCC', 'DDCC']

/** Whether a key signs DCCs. One of another domain signs other documents. */
export function isForDcc({ domain }: VerificationMethod): boolean {
  return dccDomains.includes(bareCode(domain.code))
}

/**
 * The document signer of one key, or why it is none. The certificate decides: kid and JWK must agree with it, and
 * the country that it names must be the participant.
 */
export function readEntry(method: VerificationMethod, testParticipants: boolean): Outcome {
  const participant = bareCode(method.participant.code)
  const country = participantCountry(participant)
  const claimed = { kid: method.publicKeyJwk.kid, country }
  if (bareCode(method.keyusage.code) !== 'DSC') return dropped(claimed, 'not-a-signer')
  if (isTestParticipant(participant) && !testParticipants) return dropped(claimed, 'test-participant')
  if (country === undefined) return dropped(claimed, 'country')
  const outcome = fromCertificate(claimed, bytesOf(method.publicKeyJwk.x5c[0]))
  if (isDropped(outcome)) return outcome
  const { signer } = outcome
  if (!method.id.endsWith(`#${writeBase64(signer.kid)}`)) return dropped(claimed, 'kid-mismatch')
  if (!isSameKey(method.publicKeyJwk, signer.spki)) return dropped(claimed, 'key-mismatch')
  return { ...outcome, signer: { ...signer, country, usages: isForDcc(method) ? signer.usages : [] } }
}
