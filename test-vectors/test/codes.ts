/** Every code by which a reader refuses or leaves open. The sources are held against this list. */
export const readingCodes: readonly string[] = [
  'text.prefix',
  'text.base45',
  'text.zlib',
  'text.too-large',
  'cose.shape',
  'cose.algorithm',
  'claims.shape',
  'dcc.schema',
  'signature.mismatch',
  'signer.expired',
  'signer.usage',
  'signer.country',
  'dcc.not-yet',
  'dcc.expired',
  'dcc.positive',
  'signer.unknown',
  'signer.unsupported',
  'signer.denied',
  'dcc.revoked',
  'rules.refused',
  'clock.behind',
  'content.no-rules',
  'lists.too-old',
  'revocation.unavailable',
  'rules.none',
  'rules.unreadable',
]

/** Every code by which an issuer refuses. `signer.busy` is missing: it is a matter of the device and the moment. */
export const issuingCodes: readonly string[] = [
  'record.name',
  'record.birth-date',
  'record.date',
  'record.product',
  'record.timeline',
  'record.country',
  'dcc.schema',
  'dcc.value-set',
  'signer.usage',
  'signer.expired',
  'signer.country',
  'signer.refused',
  'issue.read-back',
]

/** Why a picture gives no text. */
export const pictureCodes: readonly string[] = ['picture.no-code', 'picture.unreadable']
