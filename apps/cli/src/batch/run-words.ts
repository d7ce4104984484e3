import type { RefusedDoseCode, WaitingCode } from '@vaxcert/batch'
import type { RefusalCode } from '@vaxcert/core'
import { wordsOf } from '../words.ts'
import { batchWords } from './batch-words.ts'
import { ledgerWords } from './ledger-words.ts'

/** Why a chunk waits, and what makes it go on. */
export const waitingWords: Readonly<Record<WaitingCode, string>> = {
  'signer.busy': 'the signer does not answer: nothing is lost, it is asked again',
  'signer.kid':
    'it was fixed for another key: run with that key; if it is gone for good, vaxcert batch retry --anew KID takes it back for this one',
  'gate.blast-radius':
    'the key has signed as much as it may in this period: it goes on in the next one, or with another key',
  'gate.standing':
    'the standing approval is used up for this day, and it goes on on the next; or it ended a week ago: then ask for the dose as its next version, under another',
}

/** The words of any code with which a chunk waits: beside those above, its batch is not approved as it stands, or the ledger is broken. */
export function waitingText(code: string): string {
  const known: Readonly<Record<string, string>> = { ...batchWords, ...ledgerWords, ...waitingWords }
  return known[code] ?? wordsOf(code)
}

/** Why a worker ends that has not done everything, beside what the ledger and the approvals say. */
export const endWords: Readonly<
  Record<
    | 'signer.busy'
    | 'signer.refused'
    | 'signer.time'
    | 'signer.expired'
    | 'signer.usage'
    | 'signer.country'
    | 'gate.certificate'
    | 'log.tile'
    | 'worker.died',
    string
  >
> = {
  'signer.busy': 'the signer does not answer: see to it, then do the same again',
  'signer.refused': 'the signer refuses to sign: see to it, then vaxcert batch retry',
  'signer.time':
    'the signing server signs nothing that was fixed so long ago: vaxcert batch retry --anew KID, and compare the clocks',
  'signer.expired': 'the document signer does not hold, or ends too soon: use the next one',
  'signer.usage': 'the document signer may not sign vaccinations',
  'signer.country': 'the document signer is of another country than the certificates',
  'gate.certificate': 'a rule over finished certificates says no: report it',
  'log.tile': 'the issuing log in the ledger is damaged: vaxcert batch verify tells where',
  'worker.died': 'worker processes died again and again: is there memory and room on the disk? Then do the same again',
}

/** Why a chunk is stuck that is no refusal of our own verifier. */
type OtherTrouble = 'signer.refused' | 'signer.time' | 'gate.certificate' | 'ledger.broken'

const otherTrouble: Readonly<Record<OtherTrouble, string>> = {
  'signer.refused': 'the signer refused',
  'signer.time': 'it was fixed longer ago than the signing server allows, or the clocks differ',
  'gate.certificate': 'a rule over finished certificates says no',
  'ledger.broken':
    'what was fixed for it is not what was approved: somebody has written to the ledger, or another version of the software fixed it',
}

const lookAtSigner = 'see to the signer, then vaxcert batch retry'
const report = 'do not retry before it is understood: report it'

/** What is to be done about chunks that are stuck, by the code that tells why. What is not here is nobody's fault but ours. */
const advice: Readonly<Partial<Record<OtherTrouble | RefusalCode, string>>> = {
  'signer.refused': lookAtSigner,
  'signer.time': 'compare the clocks, then vaxcert batch retry --anew KID has it fixed anew',
  'signature.mismatch':
    'the key is not the one of the certificate, or the device is broken: see to it, then vaxcert batch retry',
  'cose.shape': lookAtSigner,
  'ledger.broken': 'find out which first; if it was another version, vaxcert batch retry --anew KID has it fixed anew',
  'signer.expired':
    'the document signer ran out before they were signed: vaxcert batch retry --anew KID, then run with the next one',
  'signer.usage': 'the document signer may not sign these: vaxcert batch retry --anew KID, then run with one that may',
  'signer.country':
    'the document signer is of another country: vaxcert batch retry --anew KID, then run with the right one',
}

/** Why a chunk is stuck, and what to do. */
export function stuckText(code: string): string {
  const known: Readonly<Record<string, string | undefined>> = advice
  const why = Object.hasOwn(otherTrouble, code) ? otherTrouble[code as OtherTrouble] : wordsOf(code)
  return `${why} (${code}): ${(Object.hasOwn(known, code) ? known[code] : undefined) ?? report}`
}

/** Why a dose that was planned gets no certificate. */
const refusedDoseWords: Readonly<Record<RefusedDoseCode, string>> = {
  'dose.forgotten': 'what it said was forgotten before it was certified',
  'dose.unreadable': 'what was planned of it cannot be read',
}

/** The words of any code with which a dose is refused. */
export function wordsOfRefusal(code: string): string {
  return Object.hasOwn(refusedDoseWords, code) ? refusedDoseWords[code as RefusedDoseCode] : wordsOf(code)
}
