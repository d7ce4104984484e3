export type { RevocationEntry, RevokedCertificate, RevokedSigner } from './entries.ts'
export { type PublishedRevocation, type RevocationFiles, revocationFiles } from './revocation-files.ts'
