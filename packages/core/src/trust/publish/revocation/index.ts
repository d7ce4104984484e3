export type { RevocationEntry, RevokedCertificate, RevokedSigner } from './entries.ts'
export { type EuBatchJson, type EuBatchOptions, euBatches } from './eu-batches.ts'
export { type PublishedRevocation, type RevocationFiles, revocationFiles } from './revocation-files.ts'
