import type { IssueCode, RefusalCode, UndecidedCode } from '@vaxcert/core'
import type { PictureCode } from './pictures/picture-kind.ts'

/** Everything that these commands answer with; `record.shape` is a row that cannot be read. */
export type Code = RefusalCode | UndecidedCode | IssueCode | 'record.shape' | PictureCode

/** What each code means, as the end of a sentence for people. Fixed words only. */
export const words: Readonly<Record<Code, string>> = {
  'text.prefix': 'this is not a certificate: it does not begin with HC1:',
  'text.base45': 'the text is damaged: it is not base45',
  'text.zlib': 'the text is damaged: it cannot be unpacked',
  'text.too-large': 'the text is longer than any QR code',
  'cose.shape': 'what is inside is not a signed message',
  'cose.algorithm': 'it is signed with an algorithm that certificates may not use, or not the one of its key',
  'claims.shape': 'its issuer, its times or its content are missing or malformed',
  'dcc.schema': 'its content does not follow the EU schema',
  'dcc.value-set': 'a code in it is not in the EU value sets',
  'dcc.not-yet': 'it is not valid yet',
  'dcc.expired': 'it has expired',
  'dcc.positive': 'it states a positive test',
  'dcc.revoked': 'it was revoked',
  'rules.refused': 'it does not meet the rules that were asked for',
  'rules.none': 'the lists hold no rules for this country and purpose, so nothing can be said',
  'rules.unreadable': 'a rule that applies cannot be evaluated, so nothing can be said',
  'revocation.unavailable': 'the part of the revocation list that would tell is missing, so nothing can be said',
  'lists.too-old': 'the lists are too old: they must be renewed before anything is accepted',
  'clock.behind': "this device's clock is behind the newest list: set it right first",
  'content.no-rules': 'it is another kind of health document: the signature is right, its content is judged by nobody',
  'signature.mismatch': 'the signature is wrong: the content was changed, or somebody else signed it',
  'signer.unknown': 'the trust list holds no key of this issuer, so nothing can be said',
  'signer.unsupported': 'this device cannot use the key of this issuer, so nothing can be said',
  'signer.expired': 'the key of the issuer is not valid at that time',
  'signer.usage': 'the key of the issuer may not sign this kind of certificate',
  'signer.country': 'the issuer named in it is not the country of the key',
  'signer.denied': 'the key of the issuer is no longer trusted: it is on the deny list',
  'signer.busy': 'the signer was busy',
  'signer.refused': 'the signer refused',
  'record.shape': 'the row cannot be read, or a field is missing',
  'record.name': 'the name cannot be used, or needs the spelling of the passport',
  'record.birth-date': 'the date of birth is not one',
  'record.date': 'the date of a dose is not one, or lies before birth or after issue',
  'record.product': 'a vaccine of this person is not in the product table',
  'record.timeline': "this person's rows contradict each other, or a line about this person cannot be read",
  'record.country': 'the dose was given in another country, which certifies it',
  'issue.read-back': 'our own verifier did not accept the certificate, so it was not handed out',
  'picture.unreadable': 'the picture is damaged, or neither PNG nor JPEG',
  'picture.too-large': 'the picture is too large',
  'picture.too-slow': 'looking for a code in the picture takes too long',
  'picture.no-code': 'no QR or Aztec code can be found in the picture',
}

/** The words of a code. */
export function wordsOf(code: string): string {
  return Object.hasOwn(words, code) ? words[code as Code] : 'there are no words for this code yet'
}
