import type { ApproveCode, HeldCode, PlanCode } from '@vaxcert/batch/plan'
import { confirmWords } from '../records/words-lists.ts'
import { wordsOf } from '../words.ts'

/** Why a dose is held back, and whose turn it is. */
export const heldWords: Readonly<Record<HeldCode, string>> = {
  'dose.duplicate': 'the same dose came before, in this file or in an earlier batch',
  'dose.conflict': 'another row of the same dose says something else: find out which is right, then plan it again',
  'dose.unknown': 'no certificate was planned for it that could be corrected: plan it with --kind issue',
  'gate.cleansed': 'not as a cleansing leaves it, without a dose number or an identifier: cleanse it first',
  'gate.register': 'the identity is not verified, or was edited since: match it anew',
  'gate.confirmed': 'no checked confirmation holds for it: its facility has to confirm it',
  'gate.revoked': 'what it says was certified and revoked: only a correction can be certified anew',
  'gate.facility-rate':
    'more doses of its facility on one day than it can have given: look there, then plan with --cleared',
  'gate.blast-radius':
    'the key has as many certificates as it may in this period: plan it again later, or with another key',
}

/** Why a batch is not planned or not approved. */
export const batchWords: Readonly<Record<PlanCode | ApproveCode, string>> = {
  'gate.document-signer': 'the document signer does not hold now, or ends too soon: use the next one',
  'gate.usage': 'the document signer may not sign vaccinations',
  'gate.standing': 'the standing approval is none, has ended, or is used up for the day',
  'approve.unknown': 'there is no such batch',
  'approve.state': 'the batch is not planned, or was stopped',
  'approve.digest': 'the digest is not that of the manifest: look at the manifest again',
  'approve.register': 'the register of approvers does not name this certificate, or is none',
  'approve.not-valid': 'the certificate does not hold at this moment, or was withdrawn',
  'approve.planner': 'who planned a batch does not approve it: another person has to',
  'approve.again': 'this person, or this key, has approved it already: another person has to',
  'approve.seal': 'the seal does not fit: the key is not the one of the certificate, or something was changed',
  'approve.missing': 'fewer than two people have approved it',
  'approve.contents': 'the ledger holds something else than the manifest says: it was changed after it was planned',
}

/** The words of any code with which a dose can be held. */
export function wordsOfHeld(code: string): string {
  const known: Readonly<Record<string, string>> = { ...heldWords, ...confirmWords }
  return known[code] ?? wordsOf(code)
}
