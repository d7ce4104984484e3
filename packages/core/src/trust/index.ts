export type { DocumentSigner } from './document-signer.ts'
export { readTrustList, type TrustList, trustList, writeTrustList } from './trust-list.ts'
