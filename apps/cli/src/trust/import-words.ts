import type { DropReason, ForeignFormat, ForeignNote } from '@vaxcert/core/trust/import'

/** What each format is called. */
export const formatWords: Readonly<Record<ForeignFormat, string>> = {
  dgcg: "the EU gateway's list",
  de: "Germany's list",
  at: "Austria's list (hcert-kotlin, version 2)",
  ch: "Switzerland's list",
  se: "Sweden's list",
  nl: "the Netherlands' list",
  it: "Italy's list",
  gdhcn: "the list of WHO's network (GDHCN)",
}

/** Why an entry was left out, as the end of a sentence. */
export const reasonWords: Readonly<Record<DropReason, string>> = {
  shape: 'a part of the entry is missing or malformed',
  'not-a-signer': 'it is not the key of a document signer',
  certificate: 'the certificate cannot be read',
  key: 'no certificate can be verified with a key of this kind',
  'key-mismatch': 'key and certificate beside it are not the same',
  'kid-mismatch': 'the kid is not the one of the certificate',
  'thumbprint-mismatch': 'the thumbprint is not the one of the certificate',
  country: 'the country is not the one of the certificate, or none',
  'no-uploader': 'the list holds no valid upload certificate of its country',
  'entry-signature': 'nobody who may has signed the entry',
  chain: 'no authority (CSCA) of its country has issued it as it must',
  inactive: 'the source says that it is not in use',
  usage: 'it may not sign certificates of this kind',
  duplicate: 'it is there already',
  'too-many-candidates': 'too many keys have its kid',
  'test-participant': 'it belongs to an invented state',
  reference: 'it points to another place instead of carrying a key',
}

/** What a format leaves open. */
export const noteWords: Readonly<Record<ForeignNote, string>> = {
  unsigned: 'Nobody signs this list: it is worth what the way is worth that it came by.',
  undated: 'The list does not say when it was made: see to it yourself that it is not an old one.',
  'bare-keys': 'Some keys come without certificates: that kid and key belong together is the word of the source alone.',
  'no-validity': 'The keys come without a period of validity: they are taken as valid at any time.',
  'no-country': 'The keys come without a country: each is trusted for certificates of any.',
  'chain-open': 'For some keys the list does not show who issued them: they are the word of the source alone.',
  partial: 'This is a part of a larger list, not the whole: other states may be missing.',
}
