export { alpha3Of } from '../countries.ts'
export { listKid } from '../list-key.ts'
export { type BuildOptions, type BuiltLists, buildLists, type ListContents } from './build-lists.ts'
export { type DidKey, type DidPlan, signDidDocument, writeDidDocument } from './did/index.ts'
export { addSignature, type Draft, type ListPlan, prepareList, readDraft, signList } from './list-draft.ts'
export { type ManifestPlan, makeManifest } from './manifest-draft.ts'
export { plannedRoot } from './planned-root.ts'
export type { PublishCode } from './publish-codes.ts'
export {
  type EuBatchJson,
  type EuBatchOptions,
  euBatches,
  type PublishedRevocation,
  type RevocationEntry,
  type RevocationFiles,
  type RevokedCertificate,
  type RevokedSigner,
  revocationFiles,
} from './revocation/index.ts'
export {
  makeNextRoot,
  makeRoot,
  type NextRootPlan,
  type Period,
  type RolePlan,
  type RolesPlan,
  type RootPlan,
  replaceKey,
} from './root-draft.ts'
export {
  type RuleEntryJson,
  type RuleJson,
  type RulesListJson,
  type ValueSetListJson,
  writeRules,
  writeValueSets,
} from './rules-bodies.ts'
