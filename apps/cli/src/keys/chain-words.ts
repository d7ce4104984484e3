import type { ChainCode } from '@vaxcert/core/trust/chain'

/** What each code of the chain means, of the certificate that the check names. */
export const chainWords: Readonly<Record<ChainCode, string>> = {
  'chain.form': 'this is not one certificate in strict DER',
  'chain.version': 'it is not of X.509 version 3',
  'chain.v1': 'it is of X.509 version 1 and cannot say what it is for',
  'chain.serial': 'its serial number is not positive, or longer than 20 bytes',
  'chain.algorithm': 'it is signed in a way that is not accepted, such as SHA-1, or names two ways',
  'chain.key': 'its key is not of a kind or size that is accepted',
  'chain.extensions': 'an extension is malformed, or stands twice',
  'chain.critical': 'it has a critical extension that is not understood here',
  'chain.no-ca': 'it does not say that it is a certificate authority',
  'chain.ca-not-critical': 'it says that it is a certificate authority, but not critically',
  'chain.csca-usage': 'its key may not sign certificates',
  'chain.self-signature': 'it names itself as its issuer, and its own key did not sign it',
  'chain.not-self-issued': 'it stands under another authority',
  'chain.dsc-is-ca': 'it says that it is a certificate authority, which a document signer is not',
  'chain.dsc-usage': 'its key may not sign documents, or may sign certificates',
  'chain.dsc-purpose': 'its key may sign other kinds of health documents only',
  'chain.name': 'its issuer is another than the CSCA',
  'chain.key-id': 'it points to another key than the one of the CSCA',
  'chain.key-id-wrapped': 'it points to the key of the CSCA in a form that few understand',
  'chain.signature': 'the key of the CSCA did not sign it',
  'chain.not-at-issue': 'it was not valid when the health certificate was signed',
  'chain.not-yet': 'it is not valid yet',
  'chain.dsc-expired': 'the document signer has expired',
  'chain.csca-expired': 'the CSCA has expired',
}
