export { advance, restore } from './advance.ts'
export {
  type Denied,
  type DenyList,
  type DenyListJson,
  deniedId,
  denyList,
  readDenyList,
  writeDenyList,
} from './deny-list.ts'
export type { DocumentSigner } from './document-signer.ts'
export type { ListCode } from './list-codes.ts'
export { listKid } from './list-key.ts'
export { type ListKind, listKinds } from './list-kind.ts'
export { type AgeLimits, type ListsAge, listsAge, type SeenTimes } from './lists-age.ts'
export type { ListEntry, Manifest } from './manifest.ts'
export type { ChunkSource } from './revocation/chunk-source.ts'
export { chunksByDelta, type HeldRevocation } from './revocation/chunks-by-delta.ts'
export { type EuBatch, readEuBatch } from './revocation/eu/eu-batch.ts'
export {
  type EuMode,
  type EuSigner,
  type EuSliceEntry,
  readEuPartitions,
  readEuSigners,
} from './revocation/eu/eu-lists.ts'
export { type EuRevocationList, euRevocation } from './revocation/eu/eu-revocation.ts'
export { readSlice, type Slice, type SliceForm } from './revocation/eu/slice.ts'
export { exactRevocation } from './revocation/exact-revocation.ts'
export type { Revocation, RevocationSubject } from './revocation/revocation.ts'
export { type HashType, hashTypes, revocationHashes, uciHash } from './revocation/revocation-hash.ts'
export { type RevocationIndex, readRevocationIndex } from './revocation/revocation-index.ts'
export type { Environment, Root } from './root.ts'
export { pinRoot } from './root-chain.ts'
export type { Purpose, Rule, RuleCertificateType } from './rule.ts'
export { readRules } from './rules-list.ts'
export type { Role } from './signed-list.ts'
export { noticed, type Offer, type Snapshot, type SnapshotFiles, snapshotAge } from './snapshot.ts'
export type { FileKind, Statement } from './statement.ts'
export { readTrustList, type TrustList, type TrustListJson, trustList, writeTrustList } from './trust-list.ts'
export { type DatedValueSet, readValueSets } from './value-set-list.ts'
