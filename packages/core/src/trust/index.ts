export type { DocumentSigner } from './document-signer.ts'
export { readTrustList, type TrustList, type TrustListJson, trustList, writeTrustList } from './trust-list.ts'
