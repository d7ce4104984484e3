/** Why a dose gets no certificate: what its record lacks, or says that cannot be. */
export type RecordCode =
  | 'record.name'
  | 'record.birth-date'
  | 'record.date'
  | 'record.product'
  | 'record.timeline'
  | 'record.country'

/** Every code that `issue`, `prepare`, `signDcc` and `finish` throw. */
export type IssueCode =
  | RecordCode
  | 'dcc.schema'
  | 'dcc.value-set'
  | 'signer.usage'
  | 'signer.expired'
  | 'signer.country'
  | 'signer.busy'
  | 'signer.refused'
  | 'text.too-large'
  | 'issue.read-back'
